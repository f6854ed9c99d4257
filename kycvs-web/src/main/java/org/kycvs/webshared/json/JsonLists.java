package org.kycvs.webshared.json;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

/** Writes lists of records as {@link JsonBodies} writes records. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class JsonLists implements MessageBodyWriter<List<?>> {
  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] marks, MediaType media) {
    return List.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      List<?> value,
      Class<?> type,
      Type generic,
      Annotation[] marks,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    body.write(JsonBodies.written(value));
  }
}
