package org.todoke.registry.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.contracts.Channel;
import org.todoke.web.Violation;

class ContactDetailsTest {

  @ParameterizedTest
  @CsvSource({
    "０８９４－００－０００３, 0894-00-0003",
    "0894‐00‐0004, 0894-00-0004",
    "0894−00ー0004, 0894-00-0004",
    "0894 00 0005, 0894000005",
    "03-5253-1111（内線3919）, 03-5253-1111(内線3919)",
  })
  void numbersAreBroughtIntoOneForm(String written, String stored) {
    ContactDetails details = details(Channel.TELEPHONE, written).normalized();

    assertThat(details.value()).isEqualTo(stored);
    assertThat(details.fault()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"894-00-0001", "0894-00-00", "+81-894-00-0001", "0894-00-0001 x", "電話"})
  void numbersOfAnotherFormAreRefused(String written) {
    assertThat(details(Channel.FAX, written).normalized().fault())
        .map(Violation::code)
        .contains("contact.not-a-number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kaigo@example.jp", "a.b+c@sub.example.jp"})
  void mailAddressesAreAccepted(String written) {
    assertThat(details(Channel.EMAIL, written).normalized().fault()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"kaigo", "kaigo@", "a b@example.jp", "a@example.jp\nBcc: x@example.jp", "a@b"})
  void whatIsNoMailAddressIsRefused(String written) {
    assertThat(details(Channel.EMAIL, written).normalized().fault())
        .map(Violation::code)
        .contains("contact.not-a-mail-address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://care.example.jp",
        "https://care.example.jp:8443/todoke/inbox?of=3870498114",
        "HTTPS://care.example.jp/",
        " ｈｔｔｐｓ://care.example.jp/ "
      })
  void httpsAddressesAreAccepted(String written) {
    assertThat(details(Channel.API, written).normalized().fault()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://care.example.jp/",
        "https://",
        "https:///inbox",
        "care.example.jp",
        "https://localhost/inbox",
        "https://192.168.0.1/inbox",
        "https://[::1]/inbox",
        "https://user:secret@care.example.jp/",
        "https://care.example.jp/#inbox",
        "https://care.example.jp/in box",
        "ftp://care.example.jp/"
      })
  void whatIsNoHttpsAddressOfANamedHostIsRefused(String written) {
    assertThat(details(Channel.API, written).normalized().fault())
        .map(Violation::code)
        .contains("contact.not-an-https-address");
  }

  @ParameterizedTest
  @EnumSource(names = {"INBOX", "BY_HAND"})
  void channelsWithoutAnAddressHaveNoContacts(Channel channel) {
    assertThat(details(channel, "x").normalized().fault())
        .map(Violation::code)
        .contains("contact.channel-without-address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kaigo@example.jp", "0894-00-0003"})
  void printingShowsNoValue(String value) {
    assertThat(details(Channel.EMAIL, value).toString()).doesNotContain(value);
  }

  private static ContactDetails details(Channel channel, String value) {
    return new ContactDetails(channel, value, null, null);
  }
}
