package io.tastemaker.application.matching;

import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.SpendCredits;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.matching.AdvancedSearch;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pays for a page of a ranking: the first page of an advanced question, and each later page. What was paid for is the question or the
 * page, so that asking for it again is free for as long as the price list says.
 */
public final class PayForRanking {

    private final SpendCredits spendCredits;
    private final Ids ids;

    PayForRanking(SpendCredits spendCredits, Ids ids) {
        this.spendCredits = spendCredits;
        this.ids = ids;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param permission what the actor must be allowed to do
     * @param page which page
     * @param terms on which terms
     */
    public record Command(Actor actor, Permission permission, Page page, Terms terms) {}

    /** Which page. */
    public sealed interface Page {
        /**
         * The first of a question.
         *
         * @param criteria the question
         * @param similarTo whom the creators should be like
         */
        record First(SearchCriteria criteria, Set<CreatorId> similarTo) implements Page {}

        /**
         * A later one.
         *
         * @param ranking of which ranking
         * @param offset how many creators stand before it
         */
        record Later(RankingId ranking, int offset) implements Page {}
    }

    /**
     * On which terms somebody pays.
     *
     * @param most the most credits the caller is willing to pay; empty for any price
     * @param dryRun whether only to say what it would cost
     */
    public record Terms(OptionalLong most, boolean dryRun) {

        /** Any price. */
        public static final Terms ANY = new Terms(OptionalLong.empty(), false);
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It may be shown.
         *
         * @param payment what the wallet answered; empty when nothing was to be paid
         */
        record Settled(Optional<Answered> payment) implements Outcome {}

        /**
         * Nothing was done: this is what the wallet would answer.
         *
         * @param answered the answer; empty when nothing would be to pay
         */
        record Foreseen(Optional<Answered> answered) implements Outcome {}

        /**
         * It may not be shown.
         *
         * @param answered why
         */
        record Refused(Answered answered) implements Outcome {}
    }

    /**
     * Pays.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), command.permission());
        return switch (command.page()) {
            case Page.First(SearchCriteria criteria, Set<CreatorId> similarTo) ->
                similarTo.isEmpty() && !AdvancedSearch.isAdvanced(criteria) ? answer(command, Optional.empty())
                        : spend(command, Action.ADVANCED_SEARCH, target(criteria, similarTo));
            case Page.Later(RankingId ranking, int offset) -> spend(command, Action.DISCOVERY_PAGINATION, target(ranking, offset));
        };
    }

    private Outcome spend(Command command, Action action, String target) {
        SpendCredits.Outcome spent = spendCredits.handle(new SpendCredits.Command(command.actor(), command.permission(),
                OperationKey.once(ids.next()), action, 1, Optional.of(target), command.terms().most(), command.terms().dryRun()));
        return switch (spent) {
            case SpendCredits.Outcome.Free free -> answer(command, Optional.empty());
            case SpendCredits.Outcome.Asked(Answered answered) -> answer(command, Optional.of(answered));
        };
    }

    private static Outcome answer(Command command, Optional<Answered> answered) {
        if (command.terms().dryRun()) {
            return new Outcome.Foreseen(answered);
        }
        return answered.map(Answered::answer).map(PayForRanking::opens).orElse(true) ? new Outcome.Settled(answered)
                : new Outcome.Refused(answered.orElseThrow());
    }

    private static boolean opens(WalletAnswer answer) {
        return answer.charge().isPresent();
    }

    /** Names a later page: whoever has paid for it sees it again. */
    static String target(RankingId ranking, int offset) {
        return ranking + ":" + offset;
    }

    private static String target(SearchCriteria criteria, Set<CreatorId> similarTo) {
        String like = similarTo.isEmpty() ? "" : similarTo.stream().map(CreatorId::toString).sorted().collect(Collectors.joining(","));
        return criteria.hashOfAnyDay(like);
    }
}
