package org.todoke.checklist;

/** The organisations of the tests: those of the sample, where the sample has them. */
public final class Org {

  public static final String MINISTRY = "go:mhlw.roken.somu";
  public static final String OTHER_MINISTRY = "go:mhlw.isei.somu";
  public static final String PREFECTURE = "lg:380008";
  public static final String OTHER_PREFECTURE = "lg:390003";
  public static final String CITY = "lg:382043";
  public static final String CITY_NEXT_DOOR = "lg:382078";
  public static final String CORPORATION = "cn:2999905000101";
  public static final String OTHER_CORPORATION = "cn:5999901000102";
  public static final String HOME = "kj:3870498114";
  public static final String SECOND_HOME = "kj:3870498122";
  public static final String HOME_OF_OTHERS = "kj:3870498213";

  private Org() {}
}
