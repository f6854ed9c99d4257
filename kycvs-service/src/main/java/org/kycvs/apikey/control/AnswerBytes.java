package org.kycvs.apikey.control;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.kycvs.apikey.entity.CallAnswer;
import org.kycvs.apikey.entity.CallAnswer.Replay;

/**
 * An answer as bytes: format 1, how it is replayed, status, then, only if it is sent again as it
 * is, media type, headers and body, in the encoding of {@link java.io.DataOutput}.
 */
final class AnswerBytes {
  private static final int FORMAT = 1;

  private AnswerBytes() {}

  static byte[] of(CallAnswer answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      out.writeUTF(answer.replay().name());
      out.writeShort(answer.status());
      if (answer.replay() == Replay.SAME) {
        out.writeUTF(answer.mediaType());
        out.writeByte(answer.headers().size());
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
          out.writeUTF(header.getKey());
          out.writeUTF(header.getValue());
        }
        out.write(answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static CallAnswer answer(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != FORMAT) {
        throw new IllegalStateException("Not an answer of a known format");
      }
      Replay replay = Replay.valueOf(in.readUTF());
      int status = in.readShort();
      if (replay != Replay.SAME) {
        return new CallAnswer(status, Map.of(), "", new byte[0], replay);
      }
      String mediaType = in.readUTF();
      Map<String, String> headers = new TreeMap<>();
      for (int left = in.readByte(); left > 0; left--) {
        headers.put(in.readUTF(), in.readUTF());
      }
      return new CallAnswer(status, headers, mediaType, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
