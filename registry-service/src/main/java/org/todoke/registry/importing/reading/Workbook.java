package org.todoke.registry.importing.reading;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.todoke.web.Refusal;

/**
 * Looks into a ZIP before anybody trusts it: whether it is a workbook, and how large it really is.
 * The sizes that a ZIP declares are not believed; every part is unpacked and counted once.
 */
final class Workbook {

  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final String FOLDER = "xl/";
  private static final String SHEETS = "xl/worksheets/";
  private static final String STRINGS = "xl/sharedStrings.xml";

  /** What the library reads as a whole: the lists of parts, of styles and of sheets. */
  private static final long MOST_OF_A_DESCRIPTION = 8L << 20;

  /** Real sheets shrink to a tenth or a twentieth; a part that shrinks more is made to burst. */
  private static final long HIGHEST_RATIO = 100;

  private static final long SMALL = 1L << 20;
  private static final int MOST_PARTS = 2_000;
  private static final int BUFFER = 1 << 16;

  private Workbook() {}

  /**
   * Refuses what is no workbook and what is too large.
   *
   * @throws Refusal {@code file.zip}, {@code file.workbook-too-large} or {@code
   *     file.workbook-unreadable}
   */
  static void check(Path file, Bounds bounds) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (!isWorkbook(zip)) {
        throw FileRefusal.unreadable("file.zip");
      }
      if (zip.size() > MOST_PARTS) {
        throw tooLarge(bounds);
      }
      measure(zip, bounds);
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      // The last of them for names that are in no encoding.
      throw FileRefusal.unreadable("file.workbook-unreadable");
    }
  }

  private static boolean isWorkbook(ZipFile zip) {
    return zip.getEntry(CONTENT_TYPES) != null
        && zip.stream().anyMatch(part -> part.getName().startsWith(FOLDER));
  }

  private static void measure(ZipFile zip, Bounds bounds) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = bounds.unpackedBytes();
    Enumeration<? extends ZipEntry> parts = zip.entries();
    while (parts.hasMoreElements()) {
      ZipEntry part = parts.nextElement();
      long most = Math.min(left, mostOf(part, bounds));
      left -= unpackedSize(zip, part, most, buffer, bounds);
    }
  }

  private static long mostOf(ZipEntry part, Bounds bounds) {
    String name = part.getName();
    long burst = Math.max(SMALL, HIGHEST_RATIO * part.getCompressedSize());
    if (name.equals(STRINGS)) {
      return Math.min(burst, bounds.sharedBytes());
    }
    boolean description = !name.startsWith(SHEETS) && name.matches(".*\\.(xml|rels)");
    return description ? Math.min(burst, MOST_OF_A_DESCRIPTION) : burst;
  }

  private static long unpackedSize(
      ZipFile zip, ZipEntry part, long most, byte[] buffer, Bounds bounds) throws IOException {
    long size = 0;
    try (InputStream in = zip.getInputStream(part)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > most) {
          throw tooLarge(bounds);
        }
      }
    }
    return size;
  }

  private static Refusal tooLarge(Bounds bounds) {
    return FileRefusal.tooLarge("file.workbook-too-large", bounds.unpackedBytes());
  }
}
