package io.tastemaker.application.outreach;

import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;

import io.tastemaker.application.campaigns.ShortlistUseCases;
import io.tastemaker.application.campaigns.out.CampaignFixtures;
import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.campaigns.out.InMemoryShortlists;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.EnterCreator;
import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.creators.out.InMemoryUploads;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.identity.out.InMemoryApiKeys;
import io.tastemaker.application.identity.out.InMemoryClosedTeams;
import io.tastemaker.application.identity.out.InMemoryMemberships;
import io.tastemaker.application.identity.out.InMemoryOwnTeam;
import io.tastemaker.application.identity.out.InMemoryPasswords;
import io.tastemaker.application.identity.out.InMemoryTeamInvitations;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.InMemoryUsers;
import io.tastemaker.application.outreach.out.InMemoryInvitationMessages;
import io.tastemaker.application.outreach.out.InMemoryInvitations;
import io.tastemaker.application.outreach.out.InMemoryMessageTemplates;
import io.tastemaker.application.outreach.out.InMemoryResponseLinks;
import io.tastemaker.application.outreach.out.InMemorySuppressions;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.out.InMemoryEvents;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryOutbox;
import io.tastemaker.application.shared.out.InMemoryTokens;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.outreach.InvitationTerms;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A team with a campaign that runs, creators on its shortlist, and the mail that is written to them, in memory. */
final class OutreachWorld {

    private static final Pattern LINK = Pattern.compile("https://app\\.example\\.com/respond#(\\S+)");
    private static final Actor PROGRAM = new Actor.System("test", TeamId.CATALOGUE);

    final HandClock clock = new HandClock();
    final InMemoryTransactions transactions = new InMemoryTransactions();
    final InMemoryIds ids = new InMemoryIds();
    final InMemoryTeams teamStore = new InMemoryTeams(transactions);
    final InMemoryOutbox outbox = new InMemoryOutbox(transactions);
    final InMemoryEvents events = new InMemoryEvents(transactions);
    final InMemoryCampaigns campaigns = new InMemoryCampaigns(transactions);
    final InMemoryShortlists shortlists = new InMemoryShortlists(transactions, campaigns);
    final Till till = Till.ofPayingTeams(transactions, ids, clock);
    final CreatorUseCases creators =
            new CreatorUseCases(transactions, new InMemoryCreators(transactions), new InMemoryFavorites(transactions), ids, clock);
    final OutreachUseCases outreach;
    final Actor ana;
    final Actor ben;
    final Actor ole;
    Campaign campaign;

    OutreachWorld() {
        InMemoryUsers users = new InMemoryUsers(transactions, teamStore);
        TeamUseCases teams = new TeamUseCases(transactions, transactions, teamStore, new InMemoryOwnTeam(transactions, teamStore), users,
                new InMemoryMemberships(transactions, users), new InMemoryTeamInvitations(transactions), new InMemoryApiKeys(transactions),
                new InMemoryClosedTeams(transactions, teamStore), new InMemoryUploads(), outbox, new InMemoryPasswords(), ids, new InMemoryTokens(),
                clock, () -> "https://app.example.com", Duration.ofDays(14));
        OutreachUseCases.Rows rows = new OutreachUseCases.Rows(new InMemoryInvitations(transactions), new InMemoryResponseLinks(transactions),
                new InMemoryInvitationMessages(transactions), new InMemoryMessageTemplates(transactions), new InMemorySuppressions(transactions));
        outreach = new OutreachUseCases(rows, transactions, outbox, events, new ShortlistUseCases(campaigns, shortlists), creators, till.useCases(),
                teams, () -> "https://app.example.com", ids, new InMemoryTokens(), clock);
        TeamId lima = newTeam(teamStore);
        ana = user(lima, Role.MANAGER);
        ben = user(lima, Role.MEMBER);
        ole = user(newTeam(teamStore), Role.MANAGER);
        campaign = runningCampaign(ana);
    }

    private static Actor user(TeamId team, Role role) {
        return new Actor.User(new UserId(SeededIds.next()), team, role, new SessionId(SeededIds.next()));
    }

    Campaign runningCampaign(Actor actor) {
        Campaign draft = CampaignFixtures.draft(actor.team(), clock.instant());
        transactions.run(actor, "test", () -> campaigns.add(draft));
        return in(actor, draft, Campaign.Status.ACTIVE);
    }

    /** The campaign where it is said to stand, whatever lies between. */
    Campaign in(Actor actor, Campaign now, Campaign.Status status) {
        Campaign next = new Campaign(now.id(), now.team(), now.version() + 1, now.name(), now.kind(), status, now.brief(), now.createdBy(),
                now.createdAt(), now.updatedAt(), Optional.of(now.createdAt()).filter(launched -> status != Campaign.Status.DRAFT));
        transactions.run(actor, "test", () -> campaigns.replace(next));
        return next;
    }

    void campaignIs(Campaign.Status status) {
        campaign = in(ana, campaign, status);
    }

    /** A creator of the team, with an address, on the shortlist. */
    CreatorId listed(String handle) {
        return listed(ana, handle, Optional.of(handle + "@example.com"));
    }

    CreatorId listed(Actor owner, String handle, Optional<String> email) {
        CreatorId id = entered(owner, handle, email);
        shortlist(id);
        return id;
    }

    CreatorId entered(Actor owner, String handle, Optional<String> email) {
        List<Facts.Stated<?>> facts = new ArrayList<>(List.of(new Facts.Stated<>(Fact.NAME, handle.toUpperCase(Locale.ROOT))));
        email.ifPresent(address -> facts.add(new Facts.Stated<>(Fact.EMAIL, address)));
        return switch (creators.enterCreator().handle(new EnterCreator.Command(owner, new Handle(Platform.INSTAGRAM, handle), facts))) {
            case EnterCreator.Outcome.Entered entered -> entered.creator().id();
            case EnterCreator.Outcome.AlreadyThere there -> there.creator().id();
        };
    }

    void shortlist(CreatorId creator) {
        Creator found = creators.showCreators().handle(new ShowCreators.Query(ana, List.of(creator))).getFirst();
        transactions.run(ana, "test", () -> shortlists.add(List.of(new ShortlistEntry(campaign.id(), creator, found.owner(),
                ShortlistEntry.Status.PENDING, "", Optional.empty(), "user:ana", clock.instant(), 1))));
    }

    InviteCreators.Outcome invite(CreatorId... creators) {
        return invite(new InviteCreators.Words.Usual(), false, creators);
    }

    InviteCreators.Outcome invite(InviteCreators.Words words, boolean dryRun, CreatorId... creators) {
        return outreach.inviteCreators().handle(
                new InviteCreators.Command(ana, campaign.id(), List.of(creators), words, InvitationTerms.USUAL, dryRun));
    }

    /** The one invitation of a creator who can be invited. */
    Invitation invited(CreatorId creator) {
        return switch (invite(creator)) {
            case InviteCreators.Outcome.Invited(List<Invitation> invitations) -> invitations.getFirst();
            case InviteCreators.Outcome other -> throw new AssertionError(other.toString());
        };
    }

    Invitation now(Invitation invitation) {
        return outreach.showInvitation().handle(new ShowInvitation.Query(ben, invitation.id()));
    }

    ShortlistEntry.Status standing(CreatorId creator) {
        return transactions.reading(ana, () -> shortlists.find(campaign.id(), creator)).orElseThrow().status();
    }

    List<Letter> lettersTo(String handle) {
        return outbox.lettersTo(handle + "@example.com");
    }

    /** The token in the last letter to somebody. */
    String token(String handle) {
        Matcher link = LINK.matcher(lettersTo(handle).getLast().text());
        if (!link.find()) {
            throw new AssertionError("no link in the letter");
        }
        return link.group(1);
    }

    AnswerInvitation.Outcome answer(String token, AnswerInvitation.Action action) {
        return answer(token, action, Optional.empty());
    }

    AnswerInvitation.Outcome answer(String token, AnswerInvitation.Action action, Optional<String> message) {
        return outreach.answerInvitation().handle(new AnswerInvitation.Command(Anonymous.CALLER, token, action, message));
    }

    int attend() {
        return switch (outreach.attendInvitations().handle(new AttendInvitations.Command(PROGRAM, 100))) {
            case AttendInvitations.Outcome.Attended(int count, List<RuntimeException> faults) -> {
                faults.forEach(fault -> {
                    throw fault;
                });
                yield count;
            }
        };
    }

    List<String> told() {
        return events.told(ana.team()).stream().map(event -> event.kind().code()).toList();
    }
}
