package org.todoke.checklist;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.todoke.checklist.questionnaire.Definition;
import org.todoke.checklist.questionnaire.DefinitionDraft;
import org.todoke.checklist.questionnaire.DefinitionRules;

/** The seed's checklist, and answers to it as establishments gave them. */
public final class Vol334 {

  private Vol334() {}

  /** The body of the POST that writes it. */
  public static String json() {
    try (InputStream in = Vol334.class.getResourceAsStream("/examples/vol334-checklist.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Definition definition() {
    try {
      return DefinitionRules.check(new ObjectMapper().readValue(json(), DefinitionDraft.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Map<String, Object> notUsed() {
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put("uses-service", "no");
    answers.put("checked-by", "管理者 架空太郎");
    answers.put("checked-on", "2013-07-18");
    return answers;
  }

  /** Used, closed and limited, nothing exposed. */
  public static Map<String, Object> compliant() {
    Map<String, Object> answers = notUsed();
    answers.put("uses-service", "yes");
    answers.put("service", "google-groups");
    answers.put("purpose", "職員間の申し送り");
    answers.put("default-setting-kept", "no");
    answers.put("viewers", "named-staff");
    answers.put("limited-to-minimum", "yes");
    answers.put("data-exposed", "no");
    answers.put("measures", "なし");
    return answers;
  }

  /** Left on its default, but nothing of anybody was in it. */
  public static Map<String, Object> partiallyCompliant() {
    Map<String, Object> answers = compliant();
    answers.put("default-setting-kept", "yes");
    answers.put("viewers", "all-staff");
    answers.put("limited-to-minimum", "no");
    answers.put("measures", "閲覧範囲を職員のみに変更した");
    return answers;
  }

  public static Map<String, Object> nonCompliant() {
    Map<String, Object> answers = partiallyCompliant();
    answers.put("viewers", "anyone");
    answers.put("data-exposed", "yes");
    answers.put("persons-affected", 12);
    answers.put("measures", "投稿を削除し、グループを閉じた");
    return answers;
  }
}
