package org.kycvs.registry.control.names;

import java.util.List;
import java.util.stream.Stream;

/**
 * Two names of a test file.
 *
 * @param registered the registered one
 * @param typed the typed one
 */
record NamePair(String registered, String typed) {

  /** Each typed name of each line, {@code registered | typed ; typed}. */
  static List<NamePair> read(String file) {
    return NameData.lines(file).stream()
        .map(words -> String.join(" ", words).split(" \\| ", 2))
        .flatMap(line -> Stream.of(line[1].split(" ; ")).map(typed -> new NamePair(line[0], typed)))
        .toList();
  }

  NamePair turned() {
    return new NamePair(/* registered= */ typed, /* typed= */ registered);
  }
}
