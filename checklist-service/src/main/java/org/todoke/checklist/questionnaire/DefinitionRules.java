package org.todoke.checklist.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.questionnaire.DefinitionDraft.ItemDraft;
import org.todoke.web.Violations;

/** Decides whether a checklist can be asked at all. Every fault is found in one pass. */
public final class DefinitionRules {

  static final int MAX_ITEMS = 100;
  static final int MAX_OPTIONS = 50;
  static final int MAX_ANSWER = 4000;
  static final int MAX_ID = 64;
  static final int MAX_TITLE = 200;
  static final int MAX_TEXT = 2000;
  static final int MAX_OPTION_TEXT = 300;

  /** Lower-case words with hyphens: an id travels in events, where no free text may. */
  static final String ID = "^[a-z0-9]+(-[a-z0-9]+)*$";

  private static final Pattern ID_FORM = Pattern.compile(ID);

  private final Violations violations = new Violations();
  private final List<Item> items = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private DefinitionRules() {}

  /**
   * @throws org.todoke.web.Refusal (invalid) naming every fault by its pointer
   */
  public static Definition check(DefinitionDraft draft) {
    return new DefinitionRules().read(draft);
  }

  private Definition read(DefinitionDraft draft) {
    Optional<String> title = violations.text(draft.title(), "/title", MAX_TITLE);
    Optional<String> description =
        violations.optionalText(draft.description(), "/description", MAX_TEXT);
    List<@Nullable ItemDraft> drafts = draft.items() == null ? List.of() : draft.items();
    violations.size(drafts.size(), 1, MAX_ITEMS, "/items");
    for (int i = 0; i < Math.min(drafts.size(), MAX_ITEMS); i++) {
      readItem(drafts.get(i), "/items/" + i);
    }
    violations.refuseIfAny();
    return new Definition(title.orElseThrow(), description.orElse(null), items);
  }

  private void readItem(@Nullable ItemDraft draft, String at) {
    if (draft == null) {
      violations.add(at, "value.required");
      return;
    }
    // Conditions look at the items before this one, whichever of their own faults those have.
    List<Item> earlier = List.copyOf(items);
    String id = readId(draft.id(), at + "/id", ids, "checklist.item-id-taken");
    Optional<String> text = violations.text(draft.text(), at + "/text", MAX_TEXT);
    Optional<String> help = violations.optionalText(draft.help(), at + "/help", MAX_TEXT);
    Optional<ItemType> type =
        violations.oneOf(draft.type(), at + "/type", ItemType.values(), ItemType::wireName);
    if (type.isEmpty()) {
      return;
    }
    List<Option> options = readOptions(draft, type.get(), at);
    Item item =
        new Item(
            id == null ? "" : id,
            text.orElse(""),
            help.orElse(null),
            type.get(),
            options,
            Boolean.TRUE.equals(draft.required()),
            draft.maxLength(),
            draft.min(),
            draft.max(),
            readCondition(draft.enabledWhen(), earlier, at + "/enabledWhen"),
            OutcomeRules.read(
                type.get().codes(options), draft.outcomes(), at + "/outcomes", violations),
            Boolean.TRUE.equals(draft.personalData()));
    checkBounds(item, at);
    items.add(item);
  }

  private @Nullable String readId(
      @Nullable String id, String at, Set<String> taken, String takenCode) {
    if (id == null) {
      violations.add(at, "value.required");
      return null;
    }
    if (id.length() > MAX_ID || !ID_FORM.matcher(id).matches()) {
      violations.add(at, "checklist.id-malformed", MAX_ID);
      return null;
    }
    if (!taken.add(id)) {
      violations.add(at, takenCode, id);
      return null;
    }
    return id;
  }

  private List<Option> readOptions(ItemDraft draft, ItemType type, String at) {
    List<DefinitionDraft.@Nullable OptionDraft> drafts =
        draft.options() == null ? List.of() : draft.options();
    if (type != ItemType.SINGLE_CHOICE) {
      if (!drafts.isEmpty()) {
        violations.add(at + "/options", "checklist.options-not-allowed");
      }
      return List.of();
    }
    violations.size(drafts.size(), 2, MAX_OPTIONS, at + "/options");
    List<Option> options = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < Math.min(drafts.size(), MAX_OPTIONS); i++) {
      String here = at + "/options/" + i;
      DefinitionDraft.OptionDraft option = drafts.get(i);
      if (option == null) {
        violations.add(here, "value.required");
        continue;
      }
      String code = readId(option.code(), here + "/code", codes, "checklist.option-code-taken");
      Optional<String> text = violations.text(option.text(), here + "/text", MAX_OPTION_TEXT);
      if (code != null && text.isPresent()) {
        options.add(new Option(code, text.get()));
      }
    }
    return options;
  }

  private @Nullable EnabledWhen readCondition(
      DefinitionDraft.@Nullable EnabledWhenDraft draft, List<Item> earlier, String at) {
    if (draft == null) {
      return null;
    }
    if ((draft.equalTo() == null) == (draft.in() == null || draft.in().isEmpty())) {
      violations.add(at, "checklist.condition-ambiguous");
      return null;
    }
    Optional<Item> asked =
        earlier.stream().filter(i -> !i.id().isEmpty() && i.id().equals(draft.item())).findFirst();
    if (asked.isEmpty()) {
      violations.add(at + "/item", "checklist.condition-item-not-earlier");
      return null;
    }
    if (!asked.get().type().isCoded()) {
      violations.add(at + "/item", "checklist.condition-item-not-coded");
      return null;
    }
    List<String> codes = asked.get().codes();
    if (draft.equalTo() != null) {
      checkCode(draft.equalTo(), codes, at + "/equals");
      return new EnabledWhen(asked.get().id(), draft.equalTo(), null);
    }
    List<String> in = new ArrayList<>();
    for (int i = 0; i < draft.in().size(); i++) {
      if (checkCode(draft.in().get(i), codes, at + "/in/" + i)) {
        in.add(draft.in().get(i));
      }
    }
    return new EnabledWhen(asked.get().id(), null, List.copyOf(in));
  }

  private boolean checkCode(@Nullable String code, List<String> known, String at) {
    if (code == null || !known.contains(code)) {
      violations.add(at, "checklist.condition-code-unknown");
      return false;
    }
    return true;
  }

  private void checkBounds(Item item, String at) {
    if (item.maxLength() != null) {
      if (item.type() != ItemType.TEXT) {
        violations.add(at + "/maxLength", "checklist.max-length-not-text");
      } else if (item.maxLength() < 1) {
        violations.add(at + "/maxLength", "number.too-small", 1);
      } else if (item.maxLength() > MAX_ANSWER) {
        violations.add(at + "/maxLength", "number.too-large", MAX_ANSWER);
      }
    }
    if (item.min() != null && item.type() != ItemType.NUMBER) {
      violations.add(at + "/min", "checklist.bounds-not-number");
    }
    if (item.max() != null && item.type() != ItemType.NUMBER) {
      violations.add(at + "/max", "checklist.bounds-not-number");
    }
    if (item.min() != null && item.max() != null && item.min().compareTo(item.max()) > 0) {
      violations.add(at + "/max", "checklist.bounds-crossed");
    }
  }
}
