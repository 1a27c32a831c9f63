package io.tastemaker.domain.briefing;

import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answer to a message in words.
 *
 * @param understood what the message changed, a few words each
 * @param remarks what was left alone and why, a sentence each
 * @param known the draft so far, a few words for each topic that is known
 * @param missing what is still missing
 */
public record BriefAnswer(List<String> understood, List<String> remarks, List<String> known, List<BriefTopic> missing) {

    private static final int MOST_PLACES = 12;

    /** Copies the lists. */
    public BriefAnswer {
        understood = List.copyOf(understood);
        remarks = List.copyOf(remarks);
        known = List.copyOf(known);
        missing = List.copyOf(missing);
    }

    /** What a conversation begins with. */
    public static final String GREETING = "Tell me about the campaign, in any order and as much at once as you like. "
            + BriefTopic.GOAL.question();

    /**
     * Answers a message.
     *
     * @param before the draft before it
     * @param after the draft after it
     * @param reading what was understood
     * @return the answer
     */
    public static BriefAnswer to(BriefDraft before, BriefDraft after, BriefReading reading) {
        List<String> understood = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (BriefTopic topic : BriefTopic.values()) {
            Optional<String> now = shown(after, topic);
            Optional<String> then = shown(before, topic);
            if (!now.equals(then)) {
                understood.add(topic.title() + ": " + now.orElse("open again"));
            }
            now.ifPresent(value -> known.add(topic.title() + ": " + value));
        }
        List<String> remarks = new ArrayList<>(reading.remarks());
        boolean moved = before.endsOn().isPresent() && after.endsOn().isEmpty() && after.startsOn().isPresent();
        if (moved && reading.changes().stream().noneMatch(BriefChange.Cleared.class::isInstance)) {
            remarks.add("The last day was before the new first day, so it is open again.");
        }
        if (after.amount().isPresent()) {
            remarks.add("In which currency is the budget of " + after.amount().get().toPlainString() + "?");
        }
        return new BriefAnswer(understood, remarks, known, after.missing());
    }

    /**
     * The parts of the answer, in the order in which they are said.
     *
     * @return one to four paragraphs
     */
    public List<String> parts() {
        List<String> parts = new ArrayList<>();
        parts.add(understood.isEmpty() ? "I found nothing in this for the brief." : "Understood: " + String.join("; ", understood) + ".");
        if (!remarks.isEmpty()) {
            parts.add(String.join(" ", remarks));
        }
        if (!known.isEmpty()) {
            parts.add("The brief so far: " + String.join("; ", known) + ".");
        }
        parts.add(missing.isEmpty() ? "Nothing is missing: the brief can become a campaign."
                : missing.getFirst().question() + (missing.size() > 1 ? " (Then: " + missing.stream().skip(1).map(BriefTopic::title)
                        .collect(Collectors.joining(", ")) + ".)" : ""));
        return parts;
    }

    /**
     * The whole answer.
     *
     * @return its parts, a line each
     */
    public String text() {
        return String.join("\n", parts());
    }

    private static Optional<String> shown(BriefDraft draft, BriefTopic topic) {
        if (draft.indifferent().contains(topic)) {
            return Optional.of("any");
        }
        return switch (topic) {
            case NAME -> draft.name();
            case GOAL -> draft.goal();
            case PRODUCT -> draft.product();
            case WEBSITE -> draft.website();
            case AUDIENCE -> draft.audience();
            case PLATFORMS -> list(draft.platforms().stream().sorted().map(Platform::title).toList());
            case PLACES -> places(draft);
            case CATEGORIES -> list(draft.categories().stream().map(Coded::code).sorted().toList());
            case FOLLOWERS -> draft.followers().map(BriefAnswer::range);
            case BUDGET -> draft.budget().map(Money::toString).or(() -> draft.amount().map(BigDecimal::toPlainString));
            case DATES -> dates(draft);
        };
    }

    private static Optional<String> places(BriefDraft draft) {
        List<String> names = draft.places().stream().sorted(Comparator.comparing(Place::code)).map(BriefAnswer::place).toList();
        return names.size() <= MOST_PLACES ? list(names) : Optional.of(names.size() + " countries and regions, "
                + String.join(", ", names.subList(0, MOST_PLACES)) + " and others");
    }

    private static String place(Place place) {
        String country = Locale.of("", place.country()).getDisplayCountry(Locale.ENGLISH);
        return place.region().map(code -> country + " (" + code + ")").orElse(country);
    }

    private static Optional<String> list(List<String> words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
    }

    private static String range(Range<Long> range) {
        Function<Long, String> written = count -> String.format(Locale.ENGLISH, "%,d", count);
        return range.min().isEmpty() ? "up to " + written.apply(range.max().orElseThrow())
                : range.max().isEmpty() ? "at least " + written.apply(range.min().get())
                        : written.apply(range.min().get()) + " to " + written.apply(range.max().get());
    }

    private static Optional<String> dates(BriefDraft draft) {
        Optional<String> first = draft.startsOn().map(LocalDate::toString).map(day -> "from " + day);
        Optional<String> last = draft.endsOn().map(LocalDate::toString).map(day -> "until " + day);
        Optional<String> length = draft.endsOn().isPresent() ? Optional.empty() : draft.lasts().map(period -> period.toTotalMonths() > 0
                ? period.toTotalMonths() + " months long" : period.getDays() + " days long");
        String all = Stream.of(first, last, length).flatMap(Optional::stream).collect(Collectors.joining(" "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }
}
