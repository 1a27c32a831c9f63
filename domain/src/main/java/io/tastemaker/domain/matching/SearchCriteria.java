package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Observed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is asked of the catalogue: who may be ranked, who is preferred, and how much each factor counts. Equal questions are equal,
 * whatever the order in which they were put.
 */
public final class SearchCriteria {

    private final List<HardFilter> filters;
    private final Preferences prefer;
    private final Weights weights;
    private final LocalDate day;
    /** Both are asked for with each search, so they are worked out once. */
    private final String canonical;
    private final String hashOfAnyDay;

    /**
     * Sorts the filters and completes the preferences.
     *
     * @param filters whom to rank, at most one of each name
     * @param prefer whom to rank high; where the caller prefers nothing, what a filter demands
     * @param weights how much each factor counts
     * @param day the day of the question, at which the age of facts is judged
     * @throws IllegalArgumentException when two filters have the same name
     */
    public SearchCriteria(List<HardFilter> filters, Preferences prefer, Weights weights, LocalDate day) {
        this.filters = filters.stream().sorted(Comparator.comparing(HardFilter::code)).toList();
        for (int i = 1; i < this.filters.size(); i++) {
            if (this.filters.get(i).code().equals(this.filters.get(i - 1).code())) {
                throw new IllegalArgumentException("the filter " + this.filters.get(i).code() + " is given twice");
            }
        }
        this.prefer = prefer.orElse(this.filters);
        this.weights = Objects.requireNonNull(weights, "weights");
        this.day = Objects.requireNonNull(day, "day");
        this.canonical = filters(HardFilter::wanted) + "prefer:" + this.prefer + "\nweights:" + weights + "\nday:" + day;
        this.hashOfAnyDay = Fingerprint.of(filters(this::daysBack) + "prefer:" + this.prefer + "\nweights:" + weights);
    }

    private String filters(Function<HardFilter, String> wanted) {
        return filters.stream().map(filter -> filter.code() + "=" + wanted.apply(filter) + "\n").collect(Collectors.joining());
    }

    /**
     * Whom to rank.
     *
     * @return the filters, sorted by name
     */
    public List<HardFilter> filters() {
        return filters;
    }

    /**
     * Whom to rank high.
     *
     * @return what the caller prefers, and where that is nothing, what a filter demands
     */
    public Preferences prefer() {
        return prefer;
    }

    /**
     * How much each factor counts.
     *
     * @return the weights
     */
    public Weights weights() {
        return weights;
    }

    /**
     * The day of the question.
     *
     * @return the day at which the age of facts is judged
     */
    public LocalDate day() {
        return day;
    }

    /**
     * The criteria that want nothing in particular: everybody, by engagement.
     *
     * @param day the day of the question
     * @return the criteria
     */
    public static SearchCriteria on(LocalDate day) {
        return new SearchCriteria(List.of(), Preferences.NONE, Weights.DEFAULT, day);
    }

    /**
     * The criteria that rank by likeness to one creator, who is left out. Likeness is a match under {@link Weights#OF_SIMILARITY}, with
     * the creator's categories, size, place and platform as what is preferred, so a receipt explains it as it explains any match.
     *
     * @param seed the creator
     * @param day the day of the question
     * @return the criteria
     */
    public static SearchCriteria like(Candidate seed, LocalDate day) {
        Preferences prefer = new Preferences(Set.of(seed.platform()), seed.location().map(Observed::value).map(Set::of).orElse(Set.of()),
                seed.categories().map(Observed::value).orElse(Set.of()), Set.of(),
                seed.followers().map(known -> FollowerAim.around(known.value())));
        return new SearchCriteria(List.of(new HardFilter.NotCreators(Set.of(seed.id()))), prefer, Weights.OF_SIMILARITY, day);
    }

    /**
     * With one more filter.
     *
     * @param filter whom to rank
     * @return the criteria
     * @throws IllegalArgumentException when there is one of its name already
     */
    public SearchCriteria where(HardFilter filter) {
        List<HardFilter> more = new ArrayList<>(filters);
        more.add(filter);
        return new SearchCriteria(more, prefer, weights, day);
    }

    /**
     * Whether somebody has to look who says what before anybody is ranked.
     *
     * @return whether there is an unanswered question of texts
     */
    public boolean asksTexts() {
        for (HardFilter filter : filters) {
            if (filter instanceof HardFilter.Says says && says.rows().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /**
     * With the questions of texts answered for one catalogue; it stays the same question.
     *
     * @param answer who says something
     * @return the criteria
     */
    public SearchCriteria answered(Function<TextQuestion, RowSet> answer) {
        List<HardFilter> answered = filters.stream().map(filter -> filter instanceof HardFilter.Says says
                ? new HardFilter.Says(says.question(), Optional.of(answer.apply(says.question()))) : filter).toList();
        return new SearchCriteria(answered, prefer, weights, day);
    }

    /**
     * Without some creators, besides those that are left out already.
     *
     * @param creators who is not wanted; none changes nothing
     * @return the criteria
     */
    public SearchCriteria without(Set<CreatorId> creators) {
        if (creators.isEmpty()) {
            return this;
        }
        Set<CreatorId> unwanted = new HashSet<>(creators);
        List<HardFilter> others = new ArrayList<>();
        for (HardFilter filter : filters) {
            if (filter instanceof HardFilter.NotCreators(Set<CreatorId> given)) {
                unwanted.addAll(given);
            } else {
                others.add(filter);
            }
        }
        others.add(new HardFilter.NotCreators(unwanted));
        return new SearchCriteria(others, prefer, weights, day);
    }

    /**
     * With other preferences.
     *
     * @param preferences whom to rank high
     * @return the criteria
     */
    public SearchCriteria prefer(Preferences preferences) {
        return new SearchCriteria(filters, preferences, weights, day);
    }

    /**
     * With other weights.
     *
     * @param other how much each factor counts
     * @return the criteria
     */
    public SearchCriteria weighing(Weights other) {
        return new SearchCriteria(filters, prefer, other, day);
    }

    /**
     * The filter of a name.
     *
     * @param code the name
     * @return the filter, or empty when none has it
     */
    public Optional<HardFilter> filter(String code) {
        return filters.stream().filter(filter -> filter.code().equals(code)).findFirst();
    }

    /**
     * What all filters together say about a creator.
     *
     * @param candidate the creator
     * @return {@code FAIL} when one fails, else {@code UNKNOWN} when one does not know, else {@code PASS}
     */
    public HardFilter.Verdict test(Candidate candidate) {
        HardFilter.Verdict all = HardFilter.Verdict.PASS;
        for (HardFilter filter : filters) {
            switch (filter.test(candidate)) {
                case FAIL -> {
                    return HardFilter.Verdict.FAIL;
                }
                case UNKNOWN -> all = HardFilter.Verdict.UNKNOWN;
                case PASS -> { }
            }
        }
        return all;
    }

    /**
     * The question as text, equal for equal questions.
     *
     * @return one line for each filter, then preferences, weights and day
     */
    public String canonical() {
        return canonical;
    }

    /**
     * A fingerprint, equal for equal questions.
     *
     * @return 64 hexadecimal digits
     */
    public String hash() {
        return Fingerprint.of(canonical);
    }

    /**
     * A fingerprint that is equal for the same question on different days: a date that was counted back from the day counts as so many
     * days, and the day itself not at all.
     *
     * @param more what belongs to the question besides; empty for nothing
     * @return 64 hexadecimal digits
     */
    public String hashOfAnyDay(String more) {
        return more.isEmpty() ? hashOfAnyDay : Fingerprint.of(hashOfAnyDay + "\nmore:" + more);
    }

    private String daysBack(HardFilter filter) {
        return filter instanceof HardFilter.LastPostSince(LocalDate since) ? (day.toEpochDay() - since.toEpochDay()) + " days" : filter.wanted();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SearchCriteria criteria && filters.equals(criteria.filters) && prefer.equals(criteria.prefer)
                && weights.equals(criteria.weights) && day.equals(criteria.day);
    }

    @Override
    public int hashCode() {
        return Objects.hash(filters, prefer, weights, day);
    }

    @Override
    public String toString() {
        return canonical;
    }
}
