package org.todoke.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    List<Integer> all = IntStream.rangeClosed(1, 23).boxed().toList();
    List<Integer> seen = new ArrayList<>();
    PageRequest request = request(5, null);
    Page<Integer> page;
    do {
      Integer after = request.after(Integer::valueOf);
      List<Integer> rows =
          all.stream()
              .filter(row -> after == null || row > after)
              .limit(request.rowsToRead())
              .toList();
      page = Page.of(rows, request.limit(), String::valueOf);
      seen.addAll(page.items());
      request = request(5, page.next());
    } while (page.next() != null);

    assertThat(seen).isEqualTo(all);
  }

  @Test
  void lastPageHasNoNextEvenWhenItIsFull() {
    assertThat(Page.of(List.of(1, 2), 2, String::valueOf).next()).isNull();
    assertThat(Page.of(List.<Integer>of(), 2, String::valueOf).next()).isNull();
  }

  @Test
  void mappingKeepsThePosition() {
    Page<Integer> page = Page.of(List.of(1, 2, 3), 2, String::valueOf);

    assertThat(page.map(String::valueOf).items()).containsExactly("1", "2");
    assertThat(page.map(String::valueOf).next()).isEqualTo(page.next());
  }

  @Test
  void positionOfSeveralValuesComesApartAgain() {
    String cursor = Cursor.encode(Cursor.join(LocalDate.of(2013, 7, 11), "八幡浜市", ""));

    assertThat(Cursor.parts(Cursor.decode(cursor), 3)).containsExactly("2013-07-11", "八幡浜市", "");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Cursor.parts(Cursor.decode(cursor), 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"***", "あ", "a", "4"})
  void madeUpCursorIsRefused(String cursor) {
    assertRefused(cursor);
  }

  @Test
  void cursorWithWhatNoDatabaseTakesIsRefused() {
    assertRefused(base64(new byte[] {'a', 0}));
    assertRefused(base64(new byte[] {(byte) 0xc3, (byte) 0x28}));
    assertRefused(base64("a\nb".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void cursorOfAnotherListIsRefused() {
    PageRequest request = request(5, Cursor.encode("lg:382043"));

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> request.after(Long::valueOf))
        .satisfies(PagingTest::saysSo);
  }

  private static void assertRefused(String cursor) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Cursor.decode(cursor))
        .satisfies(PagingTest::saysSo);
  }

  private static void saysSo(Refusal refusal) {
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
    assertThat(refusal.violations())
        .containsExactly(Violation.at("query:cursor", "cursor.unknown"));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static PageRequest request(int limit, String cursor) {
    PageRequest request = new PageRequest();
    request.limit = limit;
    request.cursor = cursor;
    return request;
  }
}
