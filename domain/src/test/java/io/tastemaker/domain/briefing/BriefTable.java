package io.tastemaker.domain.briefing;

import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table of briefs: what people write, and the draft that is expected of it. Every case is read on the 15th of January 2026, and each
 * message as the answer to the question that the draft so far asks. What a case does not name must be open.
 */
final class BriefTable {

    static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    /**
     * One line of the table.
     *
     * @param name what it is about
     * @param messages what is said, one after the other
     * @param expected the draft, field by field
     */
    record Case(String name, List<String> messages, Map<String, String> expected) {

        BriefDraft read() {
            BriefDraft draft = BriefDraft.EMPTY;
            for (String message : messages) {
                draft = draft.with(BriefReader.read(message, draft, draft.next(), TODAY).changes());
            }
            return draft;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private BriefTable() {}

    static List<Case> read(String text) {
        List<Case> cases = new ArrayList<>();
        String name = "";
        List<String> messages = new ArrayList<>();
        Map<String, String> expected = new TreeMap<>();
        for (String line : (text + "\n== end").lines().toList()) {
            if (line.startsWith("== ")) {
                if (!messages.isEmpty()) {
                    cases.add(new Case(name, List.copyOf(messages), Map.copyOf(expected)));
                }
                name = line.substring(3);
                messages.clear();
                expected.clear();
            } else if (line.startsWith("> ")) {
                messages.add(line.substring(2).replace("\\n", "\n").replace("\\u0007", "\u0007"));
            } else if (line.startsWith("= ")) {
                int space = (line + " ").indexOf(' ', 2);
                expected.put(line.substring(2, Math.min(space, line.length())), line.substring(Math.min(space + 1, line.length())).strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalArgumentException("neither case nor message nor expectation: " + line);
            }
        }
        return cases;
    }

    /** The draft, field by field, as the table writes it. */
    static Map<String, String> shown(BriefDraft draft) {
        Map<String, String> shown = new LinkedHashMap<>();
        draft.name().ifPresent(text -> shown.put("name", text));
        draft.goal().ifPresent(text -> shown.put("goal", text));
        draft.product().ifPresent(text -> shown.put("product", text));
        draft.website().ifPresent(text -> shown.put("website", text));
        draft.audience().ifPresent(text -> shown.put("audience", text));
        put(shown, "platforms", codes(draft.platforms()));
        put(shown, "places", draft.places().stream().map(Place::code).sorted().collect(Collectors.joining(" ")));
        put(shown, "categories", codes(draft.categories()));
        draft.followers().ifPresent(range -> shown.put("followers",
                range.min().map(String::valueOf).orElse("") + ".." + range.max().map(String::valueOf).orElse("")));
        draft.budget().ifPresent(money -> shown.put("budget", money.toString()));
        draft.amount().ifPresent(amount -> shown.put("amount", amount.stripTrailingZeros().toPlainString()));
        draft.startsOn().ifPresent(day -> shown.put("starts", day.toString()));
        draft.endsOn().ifPresent(day -> shown.put("ends", day.toString()));
        draft.lasts().filter(length -> draft.startsOn().isEmpty()).ifPresent(length -> shown.put("lasts", length.toString()));
        put(shown, "any", codes(draft.indifferent()));
        return shown;
    }

    /**
     * What differs, one line a field; empty when the draft is as expected. A star accepts any text, "~some words" a text that holds them, and a
     * question mark says that people would not agree.
     */
    static List<String> differences(Map<String, String> expected, Map<String, String> found) {
        List<String> differences = new ArrayList<>();
        for (String field : "name goal product website audience platforms places categories followers budget amount starts ends lasts any".split(" ")) {
            String wanted = Optional.ofNullable(expected.get(field)).orElse("");
            String got = Optional.ofNullable(found.get(field)).orElse("");
            boolean same = wanted.equals("?") || (wanted.equals("*") ? !got.isEmpty()
                    : wanted.startsWith("~") ? got.toLowerCase(Locale.ROOT).contains(wanted.substring(1).toLowerCase(Locale.ROOT))
                            : sorted(field, wanted).equals(sorted(field, got)));
            if (!same) {
                differences.add(field + ": expected \"" + wanted + "\" but found \"" + got + "\"");
            }
        }
        return differences;
    }

    private static String sorted(String field, String value) {
        return List.of("platforms", "places", "categories", "any").contains(field) ? Arrays.stream(value.split(" ")).sorted().collect(Collectors.joining(" "))
                : value;
    }

    private static String codes(Collection<? extends Coded> words) {
        return words.stream().map(Coded::code).sorted().collect(Collectors.joining(" "));
    }

    private static void put(Map<String, String> shown, String field, String value) {
        if (!value.isEmpty()) {
            shown.put(field, value);
        }
    }
}
