package org.todoke.stack.scenario;

/**
 * Who plays: a login of {@code deploy/demo-users.json} and the organisation it speaks for ({@code
 * docs/demo-data.md}).
 */
public enum Cast {
  REGISTRAR("mhlw", "go:mhlw"),
  MEDICAL_DIVISION("isei-somu", "go:mhlw.isei.somu"),
  ELDERLY_DIVISION("roken-somu", "go:mhlw.roken.somu"),
  EHIME("ehime", "lg:380008"),
  YAWATAHAMA("yawatahama", "lg:382043"),
  OZU("ozu", "lg:382078"),
  IKATA("ikata", "lg:384429"),
  SHIOSAI("shiosai", "cn:2999905000101"),
  SHIOSAI_DAY("shiosai-day", "kj:3870498114"),
  SHIOSAI_HELPER("shiosai-helper", "kj:3870498122"),
  SHIOSAI_HOME("shiosai-home", "kj:3890498136"),
  MINATO("minato", "cn:5999901000102"),
  MINATO_PLAN("minato-plan", "kj:3870498213"),
  MINATO_IKATA("minato-ikata", "kj:3873798239"),
  HAMAKAZE("hamakaze", "cn:3999902000103"),
  HAMAKAZE_TOOLS("hamakaze-yogu", "kj:3870498312"),
  USHIO("ushio", "cn:8999905000104"),
  USHIO_HOME("ushio-roken", "kj:3850498415"),
  HIJIKAWA("hijikawa", "cn:7999905000105");

  private final String login;
  private final String code;

  Cast(String login, String code) {
    this.login = login;
    this.code = code;
  }

  public String login() {
    return login;
  }

  public String code() {
    return code;
  }
}
