package io.tastemaker.adapters.http.creators;

import io.tastemaker.application.wallets.FindOpenRights;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Disclosure;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a team may see of some creators. Its own are open to it; of the catalogue's, what it has paid for. Operators see everything but
 * addresses.
 *
 * @param records those whose full record is open
 * @param emails those whose address is open
 */
public record Unlocked(Set<String> records, Set<String> emails) {

    /** Nothing of the catalogue. */
    public static final Unlocked NOTHING = new Unlocked(Set.of(), Set.of());

    /**
     * How much of a creator is open.
     *
     * @param creator whom
     * @return what may be shown
     */
    public Disclosure of(Creator creator) {
        return of(creator.owner(), creator.id());
    }

    /**
     * How much of a creator is open.
     *
     * @param owner whose creator it is
     * @param creator whom
     * @return what may be shown
     */
    public Disclosure of(TeamId owner, CreatorId creator) {
        String id = creator.toString();
        return owner.equals(TeamId.CATALOGUE) ? new Disclosure(records.contains(id), emails.contains(id)) : Disclosure.ALL;
    }

    /** Finds out what a team may see: one question for a page of cards, two for records. */
    public static final class Finder {

        private final FindOpenRights findOpenRights;

        /**
         * Over what the wallets know.
         *
         * @param wallets the use cases of wallets
         */
        public Finder(WalletUseCases wallets) {
            this.findOpenRights = wallets.findOpenRights();
        }

        /**
         * For cards, which never show an address.
         *
         * @param actor who looks
         * @param creators at whom
         * @return what is open
         */
        public Unlocked cards(Actor actor, Collection<Candidate> creators) {
            return cards(actor, lockable(creators));
        }

        /**
         * For cards of which it is known already whose are not open to everybody.
         *
         * @param actor who looks
         * @param lockable the ids of the catalogue's creators among them
         * @return what is open
         */
        public Unlocked cards(Actor actor, Set<String> lockable) {
            return new Unlocked(open(actor, Action.CREATOR_UNLOCK, lockable), Set.of());
        }

        /**
         * Whose records have to be unlocked.
         *
         * @param creators any
         * @return the ids of the catalogue's creators among them
         */
        public static Set<String> lockable(Collection<Candidate> creators) {
            return creators.stream().filter(creator -> creator.owner().equals(TeamId.CATALOGUE)).map(creator -> creator.id().toString())
                    .collect(Collectors.toUnmodifiableSet());
        }

        /**
         * For records.
         *
         * @param actor who looks
         * @param creators at whom
         * @return what is open
         */
        public Unlocked records(Actor actor, Collection<Creator> creators) {
            List<String> ids = ids(creators);
            Set<String> emails = switch (actor) {
                case Actor.Operator operator -> Set.of();
                case Actor.System system -> Set.of();
                case Actor.User user -> open(actor, Action.EMAIL_UNLOCK, ids);
                case Actor.Key key -> open(actor, Action.EMAIL_UNLOCK, ids);
            };
            return new Unlocked(open(actor, Action.CREATOR_UNLOCK, ids), emails);
        }

        /**
         * Whether the full record of one creator is open.
         *
         * @param actor who looks
         * @param owner whose creator it is
         * @param creator at whom
         * @return whether it may be shown
         */
        public boolean record(Actor actor, TeamId owner, CreatorId creator) {
            return !owner.equals(TeamId.CATALOGUE) || !open(actor, Action.CREATOR_UNLOCK, List.of(creator.toString())).isEmpty();
        }

        private Set<String> open(Actor actor, Action action, Collection<String> ids) {
            return switch (actor) {
                case Actor.Operator operator -> Set.copyOf(ids);
                case Actor.System system -> Set.copyOf(ids);
                case Actor.User user -> findOpenRights.handle(new FindOpenRights.Query(actor, action, ids));
                case Actor.Key key -> findOpenRights.handle(new FindOpenRights.Query(actor, action, ids));
            };
        }

        private static List<String> ids(Collection<Creator> creators) {
            return creators.stream().filter(Creator::inCatalogue).map(Creator::id).map(CreatorId::toString).distinct().toList();
        }
    }
}
