package io.tastemaker.application.outreach;

import io.tastemaker.application.outreach.out.Suppressions;
import io.tastemaker.application.shared.LinkToken;
import io.tastemaker.application.wallets.FindOpenRights;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.shared.CreatorId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where creators can be written to, and whether they may be. */
final class Addresses {

    private final FindOpenRights findOpenRights;
    private final Suppressions suppressions;

    Addresses(FindOpenRights findOpenRights, Suppressions suppressions) {
        this.findOpenRights = findOpenRights;
        this.suppressions = suppressions;
    }

    /** The address that is known of a creator, in the form in which it is written to and looked up. */
    static Optional<String> of(Creator creator) {
        return creator.facts().value(Fact.EMAIL).flatMap(EmailAddress::read).map(EmailAddress::value);
    }

    /** Those of some creators whose address is open to the team: its own, and those of the catalogue that it paid for. Outside a transaction. */
    Set<CreatorId> open(Actor actor, Collection<Creator> creators) {
        Set<String> shared = creators.stream().filter(Creator::inCatalogue).map(creator -> creator.id().toString()).collect(Collectors.toSet());
        Set<String> paid = findOpenRights.handle(new FindOpenRights.Query(actor, Action.EMAIL_UNLOCK, shared));
        return creators.stream().filter(creator -> !creator.inCatalogue() || paid.contains(creator.id().toString())).map(Creator::id)
                .collect(Collectors.toSet());
    }

    /** Those of some addresses that nobody writes to again. Inside a transaction of the caller. */
    Set<String> suppressed(Collection<String> addresses) {
        Map<String, String> byHash = addresses.stream().distinct().collect(Collectors.toMap(LinkToken::hashOfAddress, address -> address));
        return suppressions.among(byHash.keySet()).stream().map(byHash::get).collect(Collectors.toSet());
    }
}
