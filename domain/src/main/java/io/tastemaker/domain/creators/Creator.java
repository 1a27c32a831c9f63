package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
     * The creator with other facts.
     *
     * @param newFacts what is known now
     * @return the next version
     */
    public Creator withFacts(Facts newFacts) {
        return new Creator(id, owner, version + 1, handle, handleKind, newFacts, raw);
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
}
