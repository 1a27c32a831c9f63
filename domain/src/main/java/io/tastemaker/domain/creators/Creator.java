package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A creator: an account on a platform, and what is known about it.
 *
 * @param id the record's id
 * @param owner the team whose private record it is, or {@link TeamId#CATALOGUE} for the shared catalogue
 * @param version 1 at birth, one more with every change
 * @param handle platform and name; unique within the owner
 * @param handleKind {@link Observed.Kind#INFERRED} when the handle was derived from a display name
 * @param facts what is known
 * @param raw what a file said in columns that no fact stands for or that were distrusted, by column name; shown, never computed with
 */
public record Creator(
        CreatorId id, TeamId owner, long version, Handle handle, Observed.Kind handleKind, Facts facts, Map<String, String> raw) {

    /**
     * The least share of the content, in percent, that makes a creator one of a category: five can have it at most, and who writes
     * about everything once is of none.
     */
    public static final int LEAST_SHARE = 20;

    /** Checks that nothing is missing and copies the raw columns. */
    public Creator {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(handleKind, "handleKind");
        Objects.requireNonNull(facts, "facts");
        raw = Map.copyOf(raw);
        if (version < 1) {
            throw new IllegalArgumentException("versions begin at 1: " + version);
        }
    }

    /**
     * Whether the record belongs to the shared catalogue.
     *
     * @return true for the catalogue, false for a team's private record
     */
    public boolean inCatalogue() {
        return owner.equals(TeamId.CATALOGUE);
    }

    /**
     * A creator that a list names for the first time.
     *
     * @param id the new record's id
     * @param owner whose record it is
     * @param draft what the list says
     * @return version 1
     */
    public static Creator drafted(CreatorId id, TeamId owner, CreatorListRow.Draft draft) {
        return new Creator(id, owner, 1, draft.handle(), draft.handleKind(), draft.facts(), draft.raw());
    }

    /**
     * Takes over what a list says, by the rule of {@link Facts#mergedWith}. A raw column is learned when it is new, and replaced when
     * the list is younger than everything that was stated or measured.
     *
     * @param draft what the list says
     * @param asOf when it was true
     * @return this creator where nothing changed, else the next version
     */
    public Creator learned(CreatorListRow.Draft draft, Instant asOf) {
        Facts merged = facts.mergedWith(draft.facts());
        boolean younger = facts.kinds().stream().filter(kind -> !kind.isOfContent()).flatMap(kind -> facts.get(kind).stream())
                .allMatch(known -> known.observedAt().isBefore(asOf));
        Map<String, String> mergedRaw = new HashMap<>(raw);
        draft.raw().forEach((column, value) -> mergedRaw.merge(column, value, (old, other) -> younger ? other : old));
        Observed.Kind kind = draft.handleKind().compareTo(handleKind) < 0 ? draft.handleKind() : handleKind;
        if (merged.equals(facts) && mergedRaw.equals(raw) && kind == handleKind) {
            return this;
        }
        return new Creator(id, owner, version + 1, handle, kind, merged, mergedRaw);
    }

    /**
     * Takes over what the platform shows, by the rule of {@link Facts#mergedWith}; the account is no guess any more.
     *
     * @param shown what it shows
     * @return this creator where nothing changed, else the next version
     */
    public Creator measured(Facts shown) {
        Facts merged = facts.mergedWith(shown);
        if (merged.equals(facts) && handleKind == Observed.Kind.MEASURED) {
            return this;
        }
        return new Creator(id, owner, version + 1, handle, Observed.Kind.MEASURED, merged, raw);
    }

    /**
     * Takes over what was concluded from the posts, in place of all earlier conclusions.
     *
     * @param content what was concluded
     * @param source by whom, such as {@code content:rules}
     * @param at when
     * @return this creator where nothing changed or there is a later conclusion, else the next version; the same conclusion makes one
     *     only once a month has passed
     */
    public Creator learned(ContentFacts content, String source, Instant at) {
        Facts next = content.into(facts, source, at);
        List<Observed<?>> before = contentOf(facts);
        List<Observed<?>> now = contentOf(next);
        boolean outdated = before.stream().anyMatch(known -> known.observedAt().isAfter(at));
        boolean holds = before.size() == now.size()
                && IntStream.range(0, now.size()).allMatch(i -> ContentFacts.holds(before.get(i), now.get(i)));
        return outdated || holds ? this : withFacts(next);
    }

    private static List<Observed<?>> contentOf(Facts facts) {
        return Fact.all().stream().filter(Fact::isOfContent).<Observed<?>>flatMap(kind -> facts.get(kind).stream()).toList();
    }

    /**
     * Whether another record of this creator says the same, wherever each fact comes from.
     *
     * @param other the other record
     * @return true when handle, facts and raw columns have the same values
     */
    public boolean agreesWith(Creator other) {
        return handleKind == other.handleKind && facts.agreesWith(other.facts) && raw.equals(other.raw);
    }

    /**
     * The creator with other facts.
     *
     * @param newFacts what is known now
     * @return the next version
     */
    public Creator withFacts(Facts newFacts) {
        return new Creator(id, owner, version + 1, handle, handleKind, newFacts, raw);
    }

    /**
     * What the creator is about: the declared categories, else those that make up at least {@link #LEAST_SHARE} percent of the content.
     *
     * @return at least one category, or empty when nothing is declared and no share is so large
     */
    public Optional<Observed<Set<Category>>> categories() {
        return facts.get(Fact.CATEGORIES).filter(declared -> !declared.value().isEmpty())
                .or(() -> facts.get(Fact.CONTENT_CATEGORIES).map(found -> found.with(found.value().from(LEAST_SHARE)))
                        .filter(found -> !found.value().isEmpty()));
    }

    /**
     * The languages the creator publishes in: the declared ones, else those of the content.
     *
     * @return at least one language, or empty when nothing is known
     */
    public Optional<Observed<Set<Language>>> languages() {
        return facts.get(Fact.LANGUAGES).filter(declared -> !declared.value().isEmpty()).or(() -> facts.get(Fact.CONTENT_LANGUAGES));
    }

    /**
     * The engagement rate: computed as (mean likes + mean comments) / followers where those are known, else the declared one.
     * A computed rate carries the later kind in the order of {@link Observed.Kind} and the earlier time of what it rests on.
     * With likes and no comments it is {@link Observed.Kind#ESTIMATED}, being a lower bound.
     *
     * @return the rate, or empty when it is neither computable nor declared
     */
    public Optional<Observed<EngagementRate>> engagementRate() {
        Optional<Observed<EngagementRate>> computed = facts.get(Fact.FOLLOWERS)
                .filter(followers -> followers.value() > 0)
                .flatMap(followers -> reactions().map(reactions -> together(
                        EngagementRate.of(reactions.value(), followers.value()), reactions, followers)));
        return computed.or(() -> facts.get(Fact.DECLARED_ENGAGEMENT_RATE));
    }

    private Optional<Observed<Long>> reactions() {
        Optional<Observed<Long>> likes = facts.get(Fact.AVERAGE_LIKES);
        Optional<Observed<Long>> comments = facts.get(Fact.AVERAGE_COMMENTS);
        if (likes.isPresent() && comments.isPresent()) {
            return Optional.of(together(likes.get().value() + comments.get().value(), likes.get(), comments.get()));
        }
        return facts.get(Fact.AVERAGE_ENGAGEMENTS)
                .or(() -> likes.map(only -> new Observed<>(only.value(), Observed.Kind.ESTIMATED, only.source(), only.observedAt())));
    }

    private static <T> Observed<T> together(T value, Observed<?> first, Observed<?> second) {
        Observed.Kind kind = first.kind().compareTo(second.kind()) >= 0 ? first.kind() : second.kind();
        Instant since = first.observedAt().isBefore(second.observedAt()) ? first.observedAt() : second.observedAt();
        return new Observed<>(value, kind, first.source(), since);
    }

    /**
     * What the audit log shows of it.
     *
     * @return its fields
     */
    public Traits traits() {
        Traits traits = Traits.NONE.with("platform", handle.platform()).withheld("handle", handle);
        for (Fact<?> fact : facts.kinds()) {
            Optional<?> value = facts.value(fact);
            traits = fact.isPersonal() ? traits.withheld(fact.code(), value) : traits.with(fact.code(), value);
        }
        return traits;
    }
}
