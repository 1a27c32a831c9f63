package io.tastemaker.domain.briefing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * First day, last day and length of a campaign as people say them.
 *
 * <p>03/04/2026 is the third of April, as in most of the world; where the second number cannot be a month, the first is. A day or month
 * without a year is the next one to come. A month that runs begins today. A month, a quarter or a week alone is a whole campaign; after
 * "start" or "from" its first day counts, after "until" or "by" its last. Seasons are not dates: they differ between halves of the world.
 */
final class DateReader {

    private final Sheet sheet;
    private final BriefDraft draft;
    private final boolean asked;
    private final LocalDate today;
    private final DateRoles roles;
    private final DayReader days;
    private final PeriodReader periods;
    private final LengthReader quantities;

    private DateReader(Sheet sheet, LocalDate today, BriefDraft draft, boolean asked) {
        this.sheet = sheet;
        this.today = today;
        this.draft = draft;
        this.asked = asked;
        this.roles = new DateRoles(sheet);
        this.days = new DayReader(sheet, new Upcoming(today), roles, asked);
        this.quantities = new LengthReader(sheet, today, draft);
        this.periods = new PeriodReader(sheet, new Upcoming(today), days, quantities);
    }

    /**
     * Reads the dates of a message and ticks them off.
     *
     * @param sheet the message
     * @param today the day on which it was written
     * @param draft what is known
     * @param asked whether the dates were asked for
     * @param remarks takes what could not be
     * @return what changes
     */
    static List<BriefChange> read(Sheet sheet, LocalDate today, BriefDraft draft, boolean asked, List<String> remarks) {
        return new DateReader(sheet, today, draft, asked).read(remarks);
    }

    private List<BriefChange> read(List<String> remarks) {
        List<DaySpan> spans = new ArrayList<>();
        List<LengthReader.Length> lengths = new ArrayList<>();
        for (int i = 0; i < sheet.size(); i++) {
            if (!sheet.isFree(i)) {
                continue;
            }
            Optional<DaySpan> span = span(i);
            if (span.isEmpty() && !spans.isEmpty()) {
                span = days.dayAfter(i, spans.getLast());
            }
            Optional<LengthReader.Length> length = span.isPresent() ? Optional.empty() : quantities.length(i, spans);
            if (span.isPresent()) {
                spans.add(span.get());
                i = span.get().end() - 1;
            } else if (length.isPresent()) {
                lengths.add(length.get());
                i = length.get().end() - 1;
            } else if (!spans.isEmpty() && spans.getLast().end() > i) {
                i = spans.getLast().end() - 1;
            }
        }
        spans.forEach(span -> sheet.take(span.start(), span.end(), BriefTopic.DATES));
        lengths.forEach(length -> sheet.take(length.start(), length.end(), BriefTopic.DATES));
        return changes(spans, lengths, remarks);
    }

    private List<BriefChange> changes(List<DaySpan> spans, List<LengthReader.Length> lengths, List<String> remarks) {
        Optional<LocalDate> first = Optional.empty();
        Optional<LocalDate> last = Optional.empty();
        for (int i = 0; i < spans.size(); i++) {
            DaySpan span = spans.get(i);
            if (isDenied(span)) {
                continue;
            }
            Optional<DaySpan> partner = i + 1 < spans.size() ? Optional.of(spans.get(i + 1)).filter(next -> areJoined(span, next)) : Optional.empty();
            if (partner.isPresent()) {
                DaySpan start = span.yearSaid() || !partner.get().yearSaid() ? span : span.inYearOf(partner.get());
                first = Optional.of(start.first());
                last = Optional.of(partner.get().onOrAfter(start.first()).last());
                i++;
                continue;
            }
            DateRoles.Role role = role(span, first.isPresent());
            // "next week for 20 days" begins then.
            switch (role == DateRoles.Role.BOTH && !span.bothSaid() && spans.size() == 1 && !lengths.isEmpty() ? DateRoles.Role.START : role) {
                case START -> first = Optional.of(span.first());
                case END -> last = Optional.of(span.onOrAfter(first.or(draft::startsOn).orElse(today)).last());
                case BOTH -> {
                    first = Optional.of(span.first());
                    last = Optional.of(span.last());
                }
                case OPEN -> {
                    if (first.isPresent() && last.isEmpty()) {
                        last = Optional.of(span.onOrAfter(first.get()).last());
                    } else if (first.isEmpty()) {
                        first = Optional.of(span.first());
                    }
                }
            }
        }
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            remarks.add("The last day " + last.get() + " is before the first day " + first.get() + ", so I took neither.");
            return List.of();
        }
        List<BriefChange> changes = new ArrayList<>();
        first.map(BriefChange.Starts::new).ifPresent(changes::add);
        last.map(BriefChange.Ends::new).ifPresent(changes::add);
        if (last.isEmpty()) {
            lengths.stream().reduce((one, other) -> one).map(length -> new BriefChange.Lasts(length.period())).ifPresent(changes::add);
        }
        return changes;
    }

    /** "not in March, in April" */
    private boolean isDenied(DaySpan span) {
        int i = span.start() - 1;
        while (i >= 0 && DateWords.FILLERS.contains(sheet.at(i).word()) && span.start() - i < 4) {
            i--;
        }
        return i >= 0 && Modes.DENIALS.contains(sheet.at(i).word()) && !sheet.near(i + 1).is(",");
    }

    private boolean areJoined(DaySpan one, DaySpan other) {
        int gap = other.start() - one.end();
        if (gap < 1 || gap > 4) {
            return false;
        }
        for (int i = one.end(); i < other.start(); i++) {
            if (!DateWords.CONNECTORS.contains(sheet.at(i).word())) {
                return false;
            }
        }
        return true;
    }

    private DateRoles.Role role(DaySpan span, boolean startSaid) {
        if (span.bothSaid()) {
            return DateRoles.Role.BOTH;
        }
        if (roles.isMoved(span.start())) {
            return span.isDay() ? DateRoles.Role.START : DateRoles.Role.BOTH;
        }
        Optional<DateRoles.Role> said = roles.roleBefore(span.start()).or(() -> roles.roleAfter(span.end()));
        if (said.isPresent()) {
            return said.get();
        }
        boolean endWanted = asked && draft.startsOn().isPresent() && draft.endsOn().isEmpty() && !startSaid
                && !span.last().isBefore(draft.startsOn().get());
        if (endWanted) {
            return DateRoles.Role.END;
        }
        return span.isDay() ? DateRoles.Role.OPEN : DateRoles.Role.BOTH;
    }

    private Optional<DaySpan> span(int i) {
        Token token = sheet.at(i);
        return switch (token.kind()) {
            case DATE -> days.date(i);
            case NUMBER -> days.dayOfMonth(i).or(() -> periods.numberedQuarter(i));
            case WORD -> periods.relative(i).or(() -> periods.firstOrLast(i)).or(() -> days.spelled(i)).or(() -> periods.weekOf(i))
                    .or(() -> periods.weekNumber(i)).or(() -> periods.part(i))
                    .or(() -> periods.quarter(i)).or(() -> days.weekday(i)).or(() -> days.month(i)).or(() -> periods.offset(i));
            case LINK, FLAG, MONEY, BREAK, SIGN -> Optional.empty();
        };
    }
}
