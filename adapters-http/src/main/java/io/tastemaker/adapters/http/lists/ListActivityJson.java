package io.tastemaker.adapters.http.lists;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.operations.AuditEntry;
import io.tastemaker.domain.shared.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that was done with a list.
 *
 * @param at when
 * @param actor who
 * @param action what
 * @param says the same in words
 * @param changes what changed
 */
record ListActivityJson(
        Instant at,
        @About("Who acted, such as user:..., key:..., operator:... or system:...") String actor,
        @About("What was done, such as list.share; .refused at the end: it was asked for and not done") String action,
        @About("The same in words, for people; may change") String says,
        @About("What changed; of what people wrote only that it did") List<ListChangeJson> changes) {

    private static final String REFUSED = ".refused";
    private static final Pattern ITEM = Pattern.compile("items\\.[0-9a-f-]{36}");

    /**
     * A field that changed.
     *
     * @param field its name
     * @param before what it held
     * @param after what it holds
     */
    record ListChangeJson(String field, @About("With after also null, the words are not kept") Optional<String> before, Optional<String> after) {}

    static ListActivityJson of(AuditEntry entry) {
        return new ListActivityJson(entry.at(), entry.actor(), entry.action(), says(entry),
                entry.changes().stream().map(change -> new ListChangeJson(change.field(), change.before(), change.after())).toList());
    }

    private static String says(AuditEntry entry) {
        boolean refused = entry.action().endsWith(REFUSED);
        String action = refused ? entry.action().substring(0, entry.action().length() - REFUSED.length()) : entry.action();
        long creators = entry.changes().stream().filter(change -> ITEM.matcher(change.field()).matches()).count();
        String deed = switch (action) {
            case "list.create" -> "made the list" + (creators == 0 ? "" : " with " + many(creators));
            case "list.duplicate" -> "made the list as a copy of another";
            case "list.change" -> "changed the list" + fields(entry);
            case "list.delete" -> "deleted the list";
            case "list.items.add" -> "added " + many(creators);
            case "list.items.change" -> isMove(entry) ? "moved a creator" : "changed what is said about a creator";
            case "list.items.remove" -> "took a creator off";
            case "list.share" -> "shared the list";
            case "list.share.change" -> "changed how the list is shared";
            case "list.unshare" -> "ended a sharing";
            default -> action;
        };
        return refused ? "was refused: " + deed : deed;
    }

    private static boolean isMove(AuditEntry entry) {
        return entry.changes().size() == 1 && entry.changes().getFirst().field().matches(".*\\.(before|after)");
    }

    private static String fields(AuditEntry entry) {
        return entry.changes().isEmpty() ? "" : entry.changes().stream().map(Change::field).collect(Collectors.joining(", ", ": ", ""));
    }

    private static String many(long creators) {
        return creators == 1 ? "1 creator" : creators + " creators";
    }
}
