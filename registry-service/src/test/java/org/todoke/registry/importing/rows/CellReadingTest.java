package org.todoke.registry.importing.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.contracts.Channel;
import org.todoke.registry.contact.ContactDetails;

class CellReadingTest {

  private static final int TRIES = 500;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest
  @CsvSource({
    "医療法人　大誠会　内田病院, 医療法人 大誠会 内田病院",
    "'  a \t\n b  ', a b",
    "ﾃﾞｲｻｰﾋﾞｽ, デイサービス",
    "１丁目２－３, 1丁目2-3",
    "㈱㍿Ⅱ①㎡, (株)株式会社II1m2",
    "⽇⽉⼤, 日月大",
    "⻑⻄⻘, 長西青",
    "髙﨑, 髙﨑",
    "サンクリ−ン, サンクリ−ン",
    "'a\u200bb\uFEFF', ab",
    "か\u3099, が",
    "'', ''",
    "'　', ''",
  })
  void textIsMadePlain(String raw, String plain) {
    assertThat(PlainText.of(raw)).isEqualTo(plain);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void plainTextStaysAsItIs(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      String plain = PlainText.of(anything(random));
      assertThat(PlainText.of(plain)).isEqualTo(plain);
      assertThat(Normalizer.isNormalized(plain, Normalizer.Form.NFKC)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"1ー2, 1-2", "1−2‐3–4, 1-2-3-4", "センター2, センター2", "2ー, 2ー", "ー2, ー2", "1-2, 1-2"})
  void dashesAreUnifiedBetweenDigitsOnly(String text, String unified) {
    assertThat(Dashes.unifiedBetweenDigits(text)).isEqualTo(unified);
  }

  @ParameterizedTest
  @CsvSource({
    "０８９４－００－０００３, 0894-00-0003",
    "0894‐00⁻0004, 0894-00-0004",
    "03（3892）5727, 03-3892-5727",
    "(075)462-3611, 075-462-3611",
    "078-936--8667, 078-936-8667",
    "026-272-8630., 026-272-8630",
    "'097‐547‐7881　', 097-547-7881",
    "0118686015, 0118686015",
    "090 1234 5678, 09012345678",
    "03-5253-1111（内線3919）, 03-5253-1111(内線3919)",
    "03-5253-1111 内線 12-34, 03-5253-1111(内線1234)",
  })
  void telephoneNumbersAreRepaired(String written, String number) {
    assertThat(TelephoneNumber.of(written)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "986-72-1000",
        "0545-54-0-540",
        "０８７９－８１５１３４",
        "082-55501769",
        "0994-27-4078訪",
        "03-1111-2222/03-3333-4444",
        "",
        "電話",
        "03-5253-1111内線",
        "03-5253-1111内線1234567",
        "0-123456789"
      })
  void whatIsNotSurelyATelephoneNumberIsLeft(String written) {
    assertThat(TelephoneNumber.of(written)).isNull();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void telephoneNumbersAreInTheFormOfContacts(long seed) {
    Random random = new Random(seed);
    int numbers = 0;
    for (int i = 0; i < TRIES; i++) {
      StringBuilder written = new StringBuilder("0");
      for (int left = 9 + random.nextInt(2); left > 0; left--) {
        written.append((char) ((random.nextBoolean() ? '0' : '０') + random.nextInt(10)));
        if (random.nextInt(4) == 0) {
          written.append("-－()（ . ー内線".charAt(random.nextInt(10)));
        }
      }
      String number = TelephoneNumber.of(written.toString());
      if (number != null) {
        numbers++;
        ContactDetails details = new ContactDetails(Channel.FAX, number, null, null);
        assertThat(details.fault()).as(number).isEmpty();
        assertThat(details.normalized()).isEqualTo(details);
        assertThat(TelephoneNumber.of(number)).isEqualTo(number);
      }
    }
    assertThat(numbers).isPositive();
  }

  @Test
  void extensionMayHaveAColumnOfItsOwn() {
    assertThat(TelephoneNumber.of("0894-22-3111", "１２３")).isEqualTo("0894-22-3111(内線123)");
    assertThat(TelephoneNumber.of("0894-22-3111", "代表")).isEqualTo("0894-22-3111");
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.example.jp/a?b=c#d, http://www.example.jp/a?b=c#d",
    "HTTPS://Example.jp, https://Example.jp",
    "http//www.example.jp, http://www.example.jp",
    "http:/www.example.jp, http://www.example.jp",
    "http:www.example.jp, http://www.example.jp",
    "http;//www.example.jp, http://www.example.jp",
    "http.//www.example.jp, http://www.example.jp",
    "'http,//www.example.jp', http://www.example.jp",
    "http//:www.example.jp, http://www.example.jp",
    "https：//www.example.jp, https://www.example.jp",
    "'https://example,co,jp/x,y', 'https://example.co.jp/x,y'",
    "htt://example.jp, http://example.jp",
    "htpps://example.jp, https://example.jp",
    "www.example.jp, http://www.example.jp",
    "example.jp/~a/, http://example.jp/~a/",
    "//example.jp, http://example.jp",
    "ｗｗｗ.example.jp, http://www.example.jp",
    "http://a‐b.jp/, http://a-b.jp/",
    "http://example.jp./, http://example.jp/",
    "http.example.jp, http://http.example.jp",
    "https.jp, http://https.jp",
    "http://架空の介護.net/, http://架空の介護.net/",
  })
  void webAddressesAreRepaired(String written, String url) {
    assertThat(WebAddress.of(written)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "なし",
        "http://",
        "http://www",
        "http://www/example.jp",
        "www.example",
        "7000020458252",
        "http://a..jp",
        "http://a b.jp",
        "javascript:alert(1)",
        "ftp://example.jp",
        "http://a_b",
        "http://example.jp/<x>",
        "http://user@example.jp",
        "htto://example.jp",
        "example"
      })
  void whatIsNoWebAddressIsLeft(String written) {
    assertThat(WebAddress.of(written)).isNull();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void webAddressesAreUsableAndStay(long seed) {
    Random random = new Random(seed);
    int addresses = 0;
    for (int i = 0; i < TRIES; i++) {
      StringBuilder written = new StringBuilder();
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        String[] parts = {"http", "https", ":", "/", "//", "www.", "a.jp", ",", "b-c", "．", " "};
        written.append(parts[random.nextInt(parts.length)]);
      }
      String url = WebAddress.of(written.toString());
      if (url != null) {
        addresses++;
        assertThat(url).matches("https?://[A-Za-z0-9._-]+\\.[a-z]{2,}([/?#].*)?");
        assertThat(WebAddress.of(url)).isEqualTo(url);
      }
    }
    assertThat(addresses).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "kaigo@example.jp, true",
    "ｋａｉｇｏ＠ｅｘａｍｐｌｅ．ｊｐ, true",
    "http://www.flickr.example/photos/@a, false",
    "www.example.jp, false",
  })
  void mailAddressesAreTold(String written, boolean mail) {
    assertThat(WebAddress.isMailAddress(written)).isEqualTo(mail);
  }

  @ParameterizedTest
  @CsvSource({
    "33.463, 132.423, 33.463, 132.423, ",
    "132.423, 33.463, 33.463, 132.423, LOCATION_SWAPPED",
    "20, 122, 20, 122, ",
    "46, 154, 46, 154, ",
    "３３．５, １３２．５, 33.5, 132.5, ",
    "0.000000000000000, 0.0, , , LOCATION_ZERO",
    "53.41291, -8.24389, , , LOCATION_OUTSIDE_JAPAN",
    "19.99, 130, , , LOCATION_OUTSIDE_JAPAN",
    "33, 154.01, , , LOCATION_OUTSIDE_JAPAN",
    "NaN, NaN, , , LOCATION_OUTSIDE_JAPAN",
    "北緯33, 132, , , LOCATION_MALFORMED",
    "33.4, '', , , LOCATION_MALFORMED",
    "'', '', , , ",
  })
  void coordinatesAreRead(
      String latitude, String longitude, Double north, Double east, Reason reason) {
    Coordinates.Read read = Coordinates.read(latitude, longitude);

    assertThat(read.reason()).isEqualTo(reason);
    assertThat(read.place()).isEqualTo(north == null ? null : new Coordinates(north, east));
  }

  @ParameterizedTest
  @CsvSource({
    "'平日,土曜日,日曜日,祝日', WEEKDAYS SATURDAY SUNDAY HOLIDAYS",
    "平日, WEEKDAYS",
    "祝日, HOLIDAYS",
    "月火水木金, WEEKDAYS",
    "月・水・金, MONDAY WEDNESDAY FRIDAY",
    "月曜日から金曜日, ",
    "月～金, WEEKDAYS",
    "月曜～土曜、祝日, WEEKDAYS SATURDAY HOLIDAYS",
    "月－水, MONDAY TUESDAY WEDNESDAY",
    "土 日, SATURDAY SUNDAY",
    "毎日, WEEKDAYS SATURDAY SUNDAY HOLIDAYS",
    "年中無休, WEEKDAYS SATURDAY SUNDAY HOLIDAYS",
    "金～月, ",
    "月～, ",
    "要相談, ",
  })
  void daysAreRead(String written, String days) {
    assertThat(new OpenDays().read(written))
        .isEqualTo(
            days == null ? null : Arrays.stream(days.split(" ")).map(OpenDay::valueOf).toList());
  }

  @Test
  void daysAreRememberedAsTheyWereRead() {
    OpenDays days = new OpenDays();

    assertThat(days.read("月")).containsExactly(OpenDay.MONDAY).isEqualTo(days.read("月"));
    assertThat(days.read("？")).isNull();
    assertThat(days.read("？")).isNull();
  }

  private static String anything(Random random) {
    int[] ranges = {' ', 0x3000, 0x2e80, 0xff01, 0x4e00, 0x3041, 0x30a1, 0xff61, 0x2010, 0x2160, 0};
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append((char) (ranges[random.nextInt(ranges.length)] + random.nextInt(90)));
    }
    return text.toString();
  }
}
