package org.kycvs.testing.container;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.ibm.icu.lang.UCharacter;
import com.nimbusds.jose.JWSObject;
import de.siegmar.fastcsv.reader.CsvReader;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.Registry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpRequest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.kycvs.client.statement.StatementChecker;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.testing.InContainer;
import org.kycvs.verification.boundary.Verifications;
import org.slf4j.LoggerFactory;

/** The application without its web parts, and the tests: what is deployed once for all of them. */
public final class ApplicationArchive {
  private static final List<Class<?>> ONE_OF_EACH_LIBRARY =
      List.of(
          SHA256Digest.class,
          JWSObject.class,
          JsonCanonicalizer.class,
          PhoneNumberUtil.class,
          CsvReader.class,
          Bucket.class,
          Caffeine.class,
          CircuitBreaker.class,
          Registry.class,
          HttpClients.class,
          HttpRequest.class,
          LoggerFactory.class,
          UCharacter.class);

  private ApplicationArchive() {}

  /** Made anew at each call. */
  public static WebArchive make() {
    WebArchive archive =
        ShrinkWrap.create(WebArchive.class, "kycvs-tests.war")
            .addAsLibrary(jar("kycvs-domain.jar", ClassPath.of(MasterKey.class)))
            .addAsLibrary(jar("kycvs-client.jar", ClassPath.of(StatementChecker.class)))
            .addAsLibrary(jar("kycvs-service.jar", ClassPath.of(Verifications.class)))
            .addAsWebInfResource(
                new StringAsset(
                    """
                    <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"
                           bean-discovery-mode="annotated"/>
                    """),
                "beans.xml")
            .addAsWebInfResource(
                new StringAsset(
                    """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <!DOCTYPE glassfish-web-app PUBLIC
                      "-//GlassFish.org//DTD GlassFish Application Server 3.1 Servlet 3.0//EN"
                      "http://glassfish.org/dtds/glassfish-web-app_3_0-1.dtd">
                    <glassfish-web-app><class-loader delegate="false"/></glassfish-web-app>
                    """),
                "glassfish-web.xml")
            .merge(
                folder("tests.jar", ClassPath.of(InContainer.class)),
                "/WEB-INF/classes",
                ApplicationArchive::isOfTests);
    ONE_OF_EACH_LIBRARY.stream()
        .map(ClassPath::of)
        .forEach(library -> archive.addAsLibrary(library.toFile()));
    return archive;
  }

  private static JavaArchive jar(String name, Path place) {
    return Files.isDirectory(place)
        ? folder(name, place)
        : ShrinkWrap.createFromZipFile(JavaArchive.class, place.toFile());
  }

  private static JavaArchive folder(String name, Path place) {
    return ShrinkWrap.create(JavaArchive.class, name)
        .as(ExplodedImporter.class)
        .importDirectory(place.toFile())
        .as(JavaArchive.class);
  }

  /** All but what belongs outside of the server. */
  private static boolean isOfTests(ArchivePath path) {
    return path.get().contains("/org/kycvs/")
        && !path.get().contains("/testing/container/")
        && !path.get().contains("/testing/TestDatabase");
  }
}
