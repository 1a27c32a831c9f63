package io.tastemaker.application.webhooks;

import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.identity.out.InMemoryApiKeys;
import io.tastemaker.application.identity.out.InMemoryClosedTeams;
import io.tastemaker.application.identity.out.InMemoryMemberships;
import io.tastemaker.application.identity.out.InMemoryOwnTeam;
import io.tastemaker.application.identity.out.InMemoryPasswords;
import io.tastemaker.application.identity.out.InMemoryTeamInvitations;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.InMemoryUsers;
import io.tastemaker.application.creators.out.InMemoryUploads;
import io.tastemaker.application.operations.JobNewsUseCases;
import io.tastemaker.application.operations.out.InMemoryJobNews;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryOutbox;
import io.tastemaker.application.shared.out.InMemorySecretBox;
import io.tastemaker.application.shared.out.InMemoryTokens;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.application.wallets.WalletNewsUseCases;
import io.tastemaker.application.wallets.out.InMemoryTariffs;
import io.tastemaker.application.wallets.out.InMemoryWalletNews;
import io.tastemaker.application.wallets.out.InMemoryWallets;
import io.tastemaker.application.webhooks.out.Deliveries;
import io.tastemaker.application.webhooks.out.InMemoryCourier;
import io.tastemaker.application.webhooks.out.InMemoryWebhooks;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A team that has its events sent somewhere, in memory. */
final class WebhookWorld {

    static final Actor PROGRAM = new Actor.System("webhooks", TeamId.CATALOGUE);

    final HandClock clock = new HandClock();
    final InMemoryTransactions transactions = new InMemoryTransactions();
    final InMemoryIds ids = new InMemoryIds();
    final InMemoryTeams teams = new InMemoryTeams(transactions);
    final InMemoryUsers users = new InMemoryUsers(transactions, teams);
    final InMemoryOutbox outbox = new InMemoryOutbox(transactions);
    final InMemoryJobs jobs = new InMemoryJobs(transactions);
    final InMemoryCourier courier = new InMemoryCourier();
    final InMemoryWebhooks rows = new InMemoryWebhooks(transactions, ids, clock);
    final InMemoryWallets wallets = new InMemoryWallets(transactions, teams);
    final Till till;
    final WebhookUseCases webhooks;
    final TeamId team;
    final Actor admin;

    WebhookWorld() {
        InMemoryApiKeys keys = new InMemoryApiKeys(transactions);
        TeamUseCases teamUseCases = new TeamUseCases(transactions, transactions, teams, new InMemoryOwnTeam(transactions, teams), users,
                new InMemoryMemberships(transactions, users), new InMemoryTeamInvitations(transactions), keys,
                new InMemoryClosedTeams(transactions, teams), new InMemoryUploads(), outbox, new InMemoryPasswords(), ids, new InMemoryTokens(),
                clock, () -> "https://example.com", Duration.ofDays(14));
        till = new Till(transactions, wallets, new InMemoryTariffs("standard"), ids, clock, teamUseCases.showCreditCap());
        webhooks = new WebhookUseCases(transactions, new WebhookUseCases.Rows(rows, rows, rows), courier, new InMemorySecretBox(), outbox,
                () -> "https://example.com", teamUseCases.listMembers(), new JobNewsUseCases(new InMemoryJobNews(transactions, jobs)),
                new WalletNewsUseCases(new InMemoryWalletNews(transactions, wallets)), ids, new InMemoryTokens(), clock);
        team = team();
        admin = person("ana", Role.ADMIN);
    }

    TeamId team() {
        TeamId id = new TeamId(ids.next());
        transactions.run(PROGRAM, "test", () -> teams.add(Team.begin(id, "Team " + id, clock.instant())));
        return id;
    }

    Actor.User person(String name, Role role) {
        User user = new User(new UserId(ids.next()), 1, new EmailAddress(name + "@example.com"), name, Optional.empty(), team, ZoneOffset.UTC,
                "en", clock.instant(), Optional.empty());
        transactions.run(PROGRAM, "test", () -> {
            users.add(user);
            users.join(Membership.begin(team, user.id(), role, clock.instant()));
        });
        return new Actor.User(user.id(), team, role, new SessionId(ids.next()));
    }

    /** Something happens, and whoever listens is told in the same transaction. */
    void tell(Event event) {
        transactions.run(new Actor.System("test", team), "test", () -> rows.tell(event));
    }

    void tellNews() {
        webhooks.tellNews().handle(new TellNews.Command(PROGRAM));
    }

    List<Deliveries.Claim> take() {
        return switch (webhooks.takeDueEvents().handle(new TakeDueEvents.Command(PROGRAM, 100))) {
            case TakeDueEvents.Outcome.Taken(List<Deliveries.Claim> claims) -> claims;
        };
    }

    /** Brings what is due now. */
    List<DeliverEvent.Outcome> deliver() {
        return take().stream().map(claim -> webhooks.deliverEvent().handle(new DeliverEvent.Command(PROGRAM, claim))).toList();
    }
}
