package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.application.identity.out.Memberships.Member;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.function.BiFunction;

/** Writes to all members of the team that the transaction is bound to. A step of use cases; runs inside their transactions. */
final class TeamMail {

    private final Memberships memberships;
    private final Outbox outbox;
    private final TeamLetters letters;

    TeamMail(Memberships memberships, Outbox outbox, TeamLetters letters) {
        this.memberships = memberships;
        this.outbox = outbox;
        this.letters = letters;
    }

    void tellMembers(Team team, BiFunction<TeamLetters, EmailAddress, Letter> letter) {
        PageRequest request = PageRequest.first(PageRequest.MOST);
        Page<Member> page = memberships.list(request);
        page.items().forEach(member -> outbox.post(team.id(), letter.apply(letters, member.email())));
        while (page.next().isPresent()) {
            page = memberships.list(new PageRequest(PageRequest.MOST, page.next()));
            page.items().forEach(member -> outbox.post(team.id(), letter.apply(letters, member.email())));
        }
    }
}
