package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.campaigns.JooqCampaigns;
import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.matching.JooqSearchHistory;
import io.tastemaker.adapters.persistence.operations.JooqAuditLog;
import io.tastemaker.adapters.persistence.outreach.JooqInvitations;
import io.tastemaker.adapters.persistence.proposals.JooqApplications;
import io.tastemaker.adapters.persistence.proposals.JooqProposalInvitations;
import io.tastemaker.adapters.persistence.proposals.JooqProposals;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.campaigns.out.CampaignFixtures;
import io.tastemaker.application.creators.out.CreatorFixtures;
import io.tastemaker.application.identity.out.MailedTokens.MailedToken;
import io.tastemaker.application.identity.out.MailedTokens.Purpose;
import io.tastemaker.application.identity.out.PersonalData.Erasure;
import io.tastemaker.application.identity.out.PersonalData.Place;
import io.tastemaker.application.identity.out.PersonalData;
import io.tastemaker.application.identity.out.PersonalDataContract;
import io.tastemaker.application.identity.out.TeamFixtures;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.matching.out.SearchHistory.Past;
import io.tastemaker.application.operations.out.AuditLog;
import io.tastemaker.application.outreach.out.OutreachFixtures;
import io.tastemaker.application.proposals.out.ProposalFixtures;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.matching.RankingId;
import io.tastemaker.domain.operations.AuditEntry;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.outreach.InvitationTerms;
import io.tastemaker.domain.proposals.Application;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalInvitation;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.ApplicationId;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqPersonalDataTest extends PersonalDataContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final String AUDIT = "operations.audit_entry";

    private final JooqPlatformTransactions transactions = DATABASE.platformTransactions();
    private final JooqUsers users = new JooqUsers(transactions);
    private final JooqPersonalData personalData = new JooqPersonalData(DATABASE.transactions(), DATABASE.acrossTeams());

    @Override
    protected PlatformTransactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Users users() {
        return users;
    }

    @Override
    protected PersonalData personalData() {
        return personalData;
    }

    @Test
    void a_trace_in_the_audit_log_is_found_and_stays() {
        User ana = newOwner(transactions, teams(), users);
        DATABASE.transactions().run(new Actor.User(ana.id(), ana.homeTeam(),
                Role.OWNER, new SessionId(SeededIds.next())), "test.deed", () -> {});

        assertThat(inTeam(ana, AUDIT)).singleElement().asString().contains("test.deed");
        personalData.forget(personalData.begin(erasure(ana)), ana.homeTeam(), ana);
        assertThat(inTeam(ana, AUDIT)).isNotEmpty();
    }

    @Test
    void that_somebody_became_the_owner_stands_in_the_audit_log_of_the_team() {
        User ana = newOwner(transactions, teams(), users);
        User ben = newOwner(transactions, teams(), users);
        transactions.run(PROGRAM, "test", () -> users.join(Membership.begin(ana.homeTeam(), ben.id(), Role.MANAGER, NOON)));
        erase(ana);
        JooqAuditLog log = new JooqAuditLog(DATABASE.transactions());
        List<AuditEntry> entries = DATABASE.transactions().reading(TeamFixtures.system(ana.homeTeam()),
                () -> log.list(AuditLog.Filter.ALL, PageRequest.first(9))).items();
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("member.change");
            assertThat(entry.subject()).contains(Subject.of("member", ben.id()));
            assertThat(entry.changes()).containsExactly(new Change("role", Optional.of("manager"), Optional.of("owner")));
        });
    }

    @Test
    void what_others_did_to_a_person_is_found() {
        User ana = newOwner(transactions, teams(), users);
        Actor admin = new Actor.User(new UserId(SeededIds.next()), ana.homeTeam(), Role.ADMIN, new SessionId(SeededIds.next()));
        DATABASE.transactions().run(admin, "member.change", () -> DATABASE.transactions().about(Subject.of("member", ana.id()), List.of()));

        assertThat(inTeam(ana, AUDIT)).singleElement().asString().contains("member.change");
    }

    @Test
    void from_where_others_acted_is_not_handed_out() {
        User ana = newOwner(transactions, teams(), users);
        DATABASE.asSuperuser("""
                set session_replication_role = replica;
                insert into operations.audit_entry (team_id, seq, at, actor, action, subject_type, subject_id, changes, request_id, address,
                    previous, hash)
                select '%1$s', 100 + number, now(), actor, 'test', 'user', '%2$s', '[]', 'r', '192.0.2.' || number, '%3$s', '%3$s'
                  from (values (1, 'user:%2$s'), (2, 'system:sign-in'), (3, 'user:%1$s'), (4, 'system:teams')) as acts (number, actor)"""
                .formatted(ana.homeTeam(), ana.id(), "0".repeat(64)));

        assertThat(inTeam(ana, AUDIT)).hasSize(4).asString().contains("192.0.2.1", "192.0.2.2").doesNotContain("192.0.2.3", "192.0.2.4");
    }

    @Test
    void what_is_a_persons_own_in_a_team_is_found_forgotten_and_counted() {
        User ana = newOwner(transactions, teams(), users);
        try (JooqSearchHistory history = new JooqSearchHistory(DATABASE.transactions())) {
            history.note(ana.homeTeam(), "user:" + ana.id(),
                    new Past(SeededIds.next(), "{}", new RankingId("rk_" + "0".repeat(32)), 1, NOON));
            history.of(ana.homeTeam(), "user:" + ana.id(), PageRequest.first(1));
        }
        assertThat(inTeam(ana, "matching.past_search")).hasSize(1);
        Erasure erasure = personalData.begin(erasure(ana));
        assertThat(personalData.forget(erasure, ana.homeTeam(), ana)).isEqualTo(1);
        assertThat(inTeam(ana, "matching.past_search")).isEmpty();
        assertThat(personalData.findErasure(erasure.id()).orElseThrow().erased()).isEqualTo(Map.of("matching.past_search", 1L));
    }

    @Test
    void more_rows_than_a_page_holds_are_all_handed_out_once() {
        User ana = newOwner(transactions, teams(), users);
        DATABASE.asSuperuser("""
                insert into matching.past_search (team_id, id, holder, question, ranking_id, total, at)
                select '%s', gen_random_uuid(), 'user:%s', 'question ' || number, 'rk_', 1, now() from generate_series(1, 450) as number"""
                .formatted(ana.homeTeam(), ana.id()));
        assertThat(inTeam(ana, "matching.past_search")).hasSize(450).doesNotHaveDuplicates();
    }

    @Test
    void an_invitation_to_a_team_that_the_person_never_saw_goes_too() {
        User ana = newOwner(transactions, teams(), users);
        TeamId elsewhere = newTeam(teams());
        DATABASE.asSuperuser("""
                insert into identity.team_invitation (team_id, id, version, email, role, token_hash, invited_by, created_at, expires_at)
                values ('%1$s', gen_random_uuid(), 1, '%2$s', 'member', '%1$s', 'test', now(), now())""".formatted(elsewhere, ana.email()));
        assertThat(rows(ana, Optional.of(elsewhere), "identity.team_invitation")).hasSize(1);
        erase(ana);
        assertThat(rows(ana, Optional.of(elsewhere), "identity.team_invitation")).isEmpty();
    }

    @Test
    void an_invitation_to_a_campaign_that_the_person_never_saw_goes_too() {
        User ana = newOwner(transactions, teams(), users);
        TeamId elsewhere = newTeam(teams());
        Campaign campaign = CampaignFixtures.draft(elsewhere, NOON);
        Creator creator = CreatorFixtures.bare(elsewhere, "c." + SeededIds.next());
        Invitation invitation = Invitation.begin(new InvitationId(SeededIds.next()), elsewhere,
                new Invitation.Invitee(campaign.id(), creator.id(), elsewhere, ana.email().value()), OutreachFixtures.WORDING, InvitationTerms.USUAL,
                "test", NOON);
        DATABASE.transactions().run(TeamFixtures.system(elsewhere), "test", () -> {
            new JooqCampaigns(DATABASE.transactions()).add(campaign);
            new JooqCreators(DATABASE.transactions()).add(List.of(creator));
            new JooqInvitations(DATABASE.transactions(), DATABASE.acrossTeams()).add(List.of(invitation));
        });
        assertThat(rows(ana, Optional.of(elsewhere), "outreach.invitation")).hasSize(1);
        erase(ana);
        assertThat(rows(ana, Optional.of(elsewhere), "outreach.invitation")).isEmpty();
    }

    @Test
    void what_hangs_on_a_proposal_by_the_persons_address_is_handed_out_and_goes_with_the_letters() {
        User ana = newOwner(transactions, teams(), users);
        TeamId elsewhere = newTeam(teams());
        Proposal proposal = ProposalFixtures.draft(elsewhere, ProposalFixtures.FULL, NOON);
        ProposalInvitation invitation = new ProposalInvitation(new InvitationId(SeededIds.next()), proposal.id(), 1, Optional.empty(), ana.email().value(),
                "", "test", NOON, NOON, Optional.empty(), Optional.empty(), Optional.empty());
        DATABASE.transactions().run(TeamFixtures.system(elsewhere), "test", () -> {
            new JooqProposals(DATABASE.transactions()).add(proposal, ProposalFixtures.version(proposal, Proposal.Step.CREATE));
            JooqProposalInvitations invitations = new JooqProposalInvitations(DATABASE.transactions(), DATABASE.acrossTeams());
            invitations.add(invitation);
            invitations.write(proposal.id(), new InvitationMessage(
                    SeededIds.next(), invitation.id(), InvitationMessage.Side.CREATOR, "I am Ana", "system:creator", NOON));
            new JooqApplications(DATABASE.transactions()).add(Application.submit(new ApplicationId(SeededIds.next()), proposal.id(), Optional.empty(),
                    new Application.Applicant(Optional.empty(), Optional.of(ana.email().value())), "I would", "test", NOON));
        });
        assertThat(rows(ana, Optional.of(elsewhere), "proposals.invitation")).hasSize(1);
        assertThat(rows(ana, Optional.of(elsewhere), "proposals.application")).hasSize(1);
        erase(ana);
        assertThat(rows(ana, Optional.of(elsewhere), "proposals.invitation")).isEmpty();
        assertThat(rows(ana, Optional.of(elsewhere), "proposals.application")).isEmpty();
        assertThat(DATABASE.transactions().reading(TeamFixtures.system(elsewhere), () ->
                new JooqProposalInvitations(DATABASE.transactions(), DATABASE.acrossTeams()).written(proposal.id(), Optional.empty()))).isEmpty();
    }

    @Test
    void a_mailed_token_is_handed_out_without_what_it_protects_and_goes_though_it_names_no_account() {
        User ana = newOwner(transactions, teams(), users);
        transactions.run(PROGRAM, "test", () -> new JooqMailedTokens(transactions).issue(new MailedToken("canary-hash", Purpose.RESET_PASSWORD,
                ana.email(), Optional.empty(), Map.of("password_hash", "canary-password"), NOON)));

        assertThat(rows(ana, OUTSIDE, "identity.mailed_token")).singleElement().asString()
                .contains("reset_password", ana.email().value()).doesNotContain("canary");
        erase(ana);
        assertThat(rows(ana, OUTSIDE, "identity.mailed_token")).isEmpty();
    }

    @Test
    void a_key_of_a_team_that_nobody_is_left_in_opens_nothing_any_more() {
        User ana = newOwner(transactions, teams(), users);
        DATABASE.asSuperuser("""
                insert into identity.api_key (team_id, id, name, secret_hash, role, scopes, created_at)
                values ('%1$s', '%1$s', 'robot', '', 'manager', '{jobs:read}', now())""".formatted(ana.homeTeam()));
        erase(ana);
        try (JooqPresentedKeys keys = new JooqPresentedKeys(DATABASE.acrossTeams(), DATABASE.transactions())) {
            assertThat(keys.find(new ApiKeyId(ana.homeTeam().value()))).isEmpty();
        }
    }

    @Test
    void what_a_team_holds_is_handed_out_to_whom_is_alone_there() {
        User ana = newOwner(transactions, teams(), users);
        DATABASE.asSuperuser("""
                insert into identity.api_key (team_id, id, name, secret_hash, role, scopes, created_at)
                values ('%1$s', '%1$s', 'robot', 'canary', 'manager', '{jobs:read}', now())""".formatted(ana.homeTeam()));
        assertThat(inTeam(ana, "identity.api_key")).singleElement().asString().contains("robot").doesNotContain("canary");
        assertThat(inTeam(ana, "identity.team")).hasSize(1);
        assertThat(personalData.places(ana)).contains(new Place(Optional.of(ana.homeTeam()), "identity.api_key"));

        User ben = newOwner(transactions, teams(), users);
        transactions.run(PROGRAM, "test", () -> users.join(Membership.begin(ana.homeTeam(), ben.id(), Role.MEMBER, NOON)));
        assertThat(inTeam(ana, "identity.api_key")).isEmpty();
        assertThat(personalData.places(ana)).doesNotContain(new Place(Optional.of(ana.homeTeam()), "identity.api_key"));
    }

    private List<String> inTeam(User user, String table) {
        return rows(user, Optional.of(user.homeTeam()), table);
    }
}
