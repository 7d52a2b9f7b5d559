package org.todoke.registry.importing.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The services by all that they are called: their two-character code (サービス種類コード), the three-digit
 * code of the national file, and names.
 */
public final class ServiceNames {

  private static final String SEPARATORS = ";、,，；\n/／|";
  private static final int MOST_REMEMBERED = 2_000;

  private final Map<String, String> codes;
  private final Map<String, Read> remembered = new HashMap<>();

  /**
   * What a cell says.
   *
   * @param services the codes found, each once, in the order of the cell
   * @param unknown the parts that are no service
   */
  record Read(List<String> services, List<String> unknown) {}

  /**
   * Takes codes and names; a name that comes twice keeps its first meaning.
   *
   * @param codes the two-character code by everything that the service is called
   */
  public ServiceNames(Map<String, String> codes) {
    Map<String, String> byKey = new HashMap<>();
    codes.forEach((name, code) -> byKey.putIfAbsent(key(name), code));
    this.codes = Map.copyOf(byKey);
  }

  /** One with the same names, to be used by one reader: what it has read it remembers. */
  ServiceNames forOneReader() {
    return new ServiceNames(codes);
  }

  /**
   * The services in a cell. A cell that is itself a name is not cut, although names hold
   * separators; the middle dot never separates, because names are full of it.
   */
  Read read(String cell) {
    Read known = remembered.get(cell);
    if (known == null) {
      if (remembered.size() >= MOST_REMEMBERED) {
        remembered.clear();
      }
      known = parse(cell);
      remembered.put(cell, known);
    }
    return known;
  }

  private Read parse(String cell) {
    String whole = codeOf(cell);
    if (whole != null) {
      return new Read(List.of(whole), List.of());
    }
    Set<String> services = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= cell.length(); i++) {
      if (i == cell.length() || SEPARATORS.indexOf(cell.charAt(i)) >= 0) {
        String part = cell.substring(begin, i);
        begin = i + 1;
        String code = codeOf(part);
        if (code != null) {
          services.add(code);
        } else if (!part.isBlank()) {
          unknown.add(part.strip());
        }
      }
    }
    return new Read(List.copyOf(services), List.copyOf(unknown));
  }

  private @Nullable String codeOf(String text) {
    return codes.get(key(text));
  }

  private static String key(String name) {
    return PlainText.of(name).replace(" ", "").toUpperCase(Locale.ROOT);
  }
}
