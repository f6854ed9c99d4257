package org.kycvs.notification.control.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** An SMTP server on loopback that answers as a test says, and keeps what it is told. */
final class ScriptedSmtp implements AutoCloseable {
  /** As an answer: none ever comes. */
  static final String SILENCE = "";

  private final ServerSocket listening;
  private final @Nullable SSLContext tls;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** Without TLS. */
  ScriptedSmtp() throws IOException {
    this(null);
  }

  /** With STARTTLS, after which it asks for a login. */
  ScriptedSmtp(@Nullable SSLContext tls) throws IOException {
    this.tls = tls;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread accepting = new Thread(this::accept, "scripted-smtp");
    accepting.setDaemon(true);
    accepting.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  /** What it answers to a command from now on. */
  ScriptedSmtp answering(String verb, String answer) {
    answers.put(verb, answer);
    return this;
  }

  /** Commands and mails, line by line; those within TLS begin with {@code tls}. */
  List<String> lines() {
    return lines;
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        open.add(socket);
        Thread serving = new Thread(() -> serve(socket), "scripted-smtp-client");
        serving.setDaemon(true);
        serving.start();
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try {
      if (converse(socket, false)) {
        SSLContext context = Objects.requireNonNull(tls);
        Socket secure =
            context.getSocketFactory().createSocket(socket, null, socket.getPort(), false);
        ((SSLSocket) secure).setUseClientMode(false);
        boolean unused = converse(secure, true);
      }
    } catch (IOException e) {
      lines.add("broken");
    }
  }

  /** Whether the client asks for TLS now. */
  private boolean converse(Socket socket, boolean secure) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = socket.getOutputStream();
    if (!secure) {
      say(out, "CONNECT", "220 scripted ready");
    }
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      lines.add((secure ? "tls " : "") + line);
      String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      switch (verb) {
        case "EHLO" -> say(out, verb, "250-scripted\r\n" + extension(secure));
        case "STARTTLS" -> {
          say(out, verb, "220 go ahead");
          return true;
        }
        case "AUTH" -> say(out, verb, "235 2.7.0 welcome");
        case "DATA" -> {
          say(out, verb, "354 go on");
          readMail(in, secure);
          say(out, "MAIL-DATA", "250 2.0.0 taken as 4711");
        }
        case "QUIT" -> {
          say(out, verb, "221 bye");
          return false;
        }
        default -> say(out, verb, "250 2.1.0 fine");
      }
    }
    return false;
  }

  private String extension(boolean secure) {
    if (tls == null) {
      return "250 8BITMIME";
    }
    return secure ? "250 AUTH PLAIN" : "250 STARTTLS";
  }

  private void readMail(BufferedReader in, boolean secure) throws IOException {
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      lines.add((secure ? "tls " : "") + line);
    }
  }

  private void say(OutputStream out, String verb, String usual) throws IOException {
    String answer = answers.getOrDefault(verb, usual);
    if (answer.equals(SILENCE)) {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        throw new UncheckedIOException(new IOException(e));
      }
    }
    out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }
}
