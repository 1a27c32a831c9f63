package io.tastemaker.application.webhooks;

import io.tastemaker.application.identity.ListMembers;
import io.tastemaker.application.identity.out.Memberships.Member;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.webhooks.out.Endpoints;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.shared.EndpointId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.webhooks.Endpoint;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives an endpoint up that takes nothing any more, and tells those of the team who can do something about it. A step of use cases. */
final class EndpointRetirement {

    private final Transactions transactions;
    private final Endpoints endpoints;
    private final ListMembers listMembers;
    private final Outbox outbox;
    private final EndpointLetters letters;
    private final InstantSource clock;

    EndpointRetirement(Transactions transactions, Endpoints endpoints, ListMembers listMembers, Outbox outbox, EndpointLetters letters,
            InstantSource clock) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.listMembers = listMembers;
        this.outbox = outbox;
        this.letters = letters;
        this.clock = clock;
    }

    /** Whether it was this call that disabled it; somebody may have removed, changed or disabled it meanwhile. */
    boolean disable(TeamId team, EndpointId id, Endpoint.Reason reason) {
        Actor program = new Actor.System("webhooks", team);
        List<EmailAddress> admins = admins(program);
        return transactions.inTransaction(program, "webhook_endpoint.disable", () -> {
            Optional<Endpoint> enabled = endpoints.find(id).filter(Endpoint::isEnabled);
            Optional<Endpoint> disabled = enabled.map(endpoint -> endpoint.disabled(reason, clock.instant())).filter(endpoints::replace);
            disabled.ifPresent(endpoint -> {
                admins.forEach(admin -> outbox.post(team, letters.disabled(admin, endpoint, reason)));
                EndpointKeeper.tellChange(transactions, enabled.get(), endpoint);
            });
            if (disabled.isEmpty()) {
                transactions.refused(EndpointKeeper.subject(id));
            }
            return disabled.isPresent();
        });
    }

    private List<EmailAddress> admins(Actor program) {
        List<EmailAddress> admins = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<Member> page = listMembers.handle(new ListMembers.Query(program, program.team(), new PageRequest(PageRequest.MOST, next)));
            page.items().stream().filter(member -> member.membership().role().covers(Role.ADMIN)).forEach(member -> admins.add(member.email()));
            next = page.next();
        } while (next.isPresent());
        return admins;
    }
}
