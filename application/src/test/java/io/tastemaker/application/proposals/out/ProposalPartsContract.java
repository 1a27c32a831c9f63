package io.tastemaker.application.proposals.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static io.tastemaker.application.proposals.out.ProposalFixtures.FULL;
import static io.tastemaker.application.proposals.out.ProposalFixtures.draft;
import static io.tastemaker.application.proposals.out.ProposalFixtures.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.creators.out.CreatorFixtures;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.proposals.PartnershipUseCases.Stores;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.campaigns.ProofLink;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.proposals.Application;
import io.tastemaker.domain.proposals.KnownCreator;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalCollaborator;
import io.tastemaker.domain.proposals.ProposalCollaborator.Party;
import io.tastemaker.domain.proposals.ProposalDeliverable;
import io.tastemaker.domain.proposals.ProposalInvitation;
import io.tastemaker.domain.shared.ApplicationId;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every store does of what hangs on proposals, kind by kind. */
public abstract class ProposalPartsContract {

    TeamId team;
    Proposal proposal;
    KnownCreator creator;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Creators creators();

    protected abstract Proposals proposals();

    protected abstract Stores stores();

    /** Somebody who is a member of the team. */
    protected abstract UserId member(TeamId of);

    @BeforeEach
    void makeProposal() {
        team = newTeam(teams());
        proposal = proposal(team);
        creator = creator(team);
    }

    /** A kind of part: its store, a new one, the same with other values, and its id. */
    private record Kind<T>(String name, ProposalParts<T> store, Function<Instant, T> made, Function<T, T> changed, Function<T, UUID> id) {
        @Override
        public String toString() {
            return name;
        }
    }

    private List<Kind<?>> kinds() {
        return List.of(
                new Kind<>("invitations", stores().invitations(), at -> invitation(proposal, Optional.of(creator), at),
                        one -> one.applied(NOON.plusSeconds(9)).answered(ProposalInvitation.Status.DECLINED, NOON.plusSeconds(10)), one -> one.id().value()),
                new Kind<>("applications", stores().applications(), at -> application(Optional.empty(), Optional.of(creator), Optional.empty(), at),
                        one -> ((Application.Decision.Moved) one.decide(Application.Status.DECLINED, Optional.of("too \"far\""), NOON)).application(),
                        one -> one.id().value()),
                new Kind<>("parties", stores().collaborators(), at -> new ProposalCollaborator(SeededIds.next(), proposal.id(),
                        new Party.Creator(creator(team)), ProposalCollaborator.Role.LEAD, "user:ana", at), one -> one.as(ProposalCollaborator.Role.OBSERVER),
                        ProposalCollaborator::id),
                new Kind<>("members", stores().collaborators(), at -> new ProposalCollaborator(SeededIds.next(), proposal.id(),
                        new Party.Member(member(team)), ProposalCollaborator.Role.LEAD, "user:ana", at), one -> one.as(ProposalCollaborator.Role.REVIEWER),
                        ProposalCollaborator::id),
                new Kind<>("deliverables", stores().deliverables(), at -> deliverable(Optional.of(LocalDate.of(2026, 10, 1)), at),
                        one -> ((ProposalDeliverable.Decision.Changed) one.change(new ProposalDeliverable.Work(Deliverable.Type.STORY, "A story",
                                Optional.empty(), Optional.of(new ProofLink("https://www.example.com/p/1"))), ProposalDeliverable.State.SUBMITTED, NOON))
                                .deliverable(),
                        one -> one.id().value()));
    }

    @TestFactory
    Stream<DynamicTest> a_part_is_found_replaced_and_removed_by_its_own_team_and_proposal_only() {
        return kinds().stream().map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
            makeProposal();
            isKept(kind);
        }));
    }

    private <T> void isKept(Kind<T> kind) {
        T part = added(kind, NOON);
        UUID id = kind.id().apply(part);
        assertThat(read(team, () -> kind.store().find(proposal.id(), id))).contains(part);
        Proposal other = proposal(team);
        assertThat(read(team, () -> kind.store().find(other.id(), id))).isEmpty();
        assertThat(read(team, () -> kind.store().all(other.id()))).isEmpty();
        TeamId strangers = newTeam(teams());
        assertThat(read(strangers, () -> kind.store().find(proposal.id(), id))).isEmpty();
        assertThat(read(strangers, () -> kind.store().all(proposal.id()))).isEmpty();
        assertThat(read(strangers, () -> kind.store().count(proposal.id()))).isZero();
        assertThatThrownBy(() -> does(strangers, () -> kind.store().add(kind.made().apply(NOON)))).isInstanceOf(RuntimeException.class);

        T changed = kind.changed().apply(part);
        does(strangers, () -> kind.store().replace(changed));
        assertThat(read(team, () -> kind.store().find(proposal.id(), id))).contains(part);
        does(team, () -> kind.store().replace(changed));
        assertThat(read(team, () -> kind.store().find(proposal.id(), id))).contains(changed);

        does(strangers, () -> kind.store().remove(changed));
        assertThat(read(team, () -> kind.store().find(proposal.id(), id))).contains(changed);
        does(team, () -> kind.store().remove(changed));
        assertThat(read(team, () -> kind.store().find(proposal.id(), id))).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> parts_are_listed_page_by_page_and_counted_the_newest_first() {
        return kinds().stream().map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
            makeProposal();
            isListed(kind);
        }));
    }

    private <T> void isListed(Kind<T> kind) {
        List<T> made = new ArrayList<>();
        for (int second = 0; second < 5; second++) {
            made.addFirst(added(kind, NOON.plusSeconds(second)));
        }
        List<T> listed = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            PageRequest request = new PageRequest(2, next);
            Page<T> page = read(team, () -> kind.store().list(proposal.id(), request));
            listed.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        assertThat(listed).containsExactlyElementsOf(made);
        assertThat(read(team, () -> kind.store().all(proposal.id()))).containsExactlyElementsOf(made);
        assertThat(read(team, () -> kind.store().count(proposal.id()))).isEqualTo(made.size());
    }

    @TestFactory
    Stream<DynamicTest> parts_go_with_their_proposal() {
        return kinds().stream().map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
            makeProposal();
            added(kind, NOON);
            does(team, () -> assertThat(proposals().remove(proposal)).isTrue());
            assertThat(read(team, () -> kind.store().all(proposal.id()))).isEmpty();
        }));
    }

    @Test
    void an_application_knows_by_which_invitation_it_came() {
        ProposalInvitation invitation = invitation(proposal, Optional.empty(), NOON);
        Application application = application(Optional.of(invitation.id()), Optional.empty(), Optional.of("nova@example.com"), NOON);
        does(team, () -> {
            stores().invitations().add(invitation);
            stores().applications().add(application);
        });
        assertThat(read(team, () -> stores().applications().find(proposal.id(), application.id().value()))).contains(application);
        assertThat(read(team, () -> stores().invitations().find(proposal.id(), invitation.id().value()))).contains(invitation);
    }

    private <T> T added(Kind<T> kind, Instant at) {
        T part = kind.made().apply(at);
        does(team, () -> kind.store().add(part));
        return part;
    }

    private Proposal proposal(TeamId of) {
        Proposal made = draft(of, FULL, NOON);
        does(of, () -> proposals().add(made, version(made, Proposal.Step.CREATE)));
        assertThat(read(of, () -> proposals().find(made.id()))).contains(made);
        transactions().run(system(of), "test", () -> assertThat(proposals().hold(made.id())).contains(made));
        return made;
    }

    private KnownCreator creator(TeamId of) {
        Creator made = CreatorFixtures.bare(of, "c." + SeededIds.next());
        does(of, () -> creators().add(List.of(made)));
        return new KnownCreator(of, made.id());
    }

    static ProposalInvitation invitation(Proposal to, Optional<KnownCreator> whom, Instant at) {
        return new ProposalInvitation(new InvitationId(SeededIds.next()), to.id(), 1, whom, SeededIds.next() + "@example.com", "Look at \"this\"", "user:ana",
                at, at.plusSeconds(60), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Application application(Optional<InvitationId> invitation, Optional<KnownCreator> who, Optional<String> email, Instant at) {
        return Application.submit(new ApplicationId(SeededIds.next()), proposal.id(), invitation, new Application.Applicant(who, email), "Three reels 🌱",
                "system:creator", at);
    }

    private ProposalDeliverable deliverable(Optional<LocalDate> dueOn, Instant at) {
        return ProposalDeliverable.plan(new DeliverableId(SeededIds.next()), proposal.id(),
                new ProposalDeliverable.Work(Deliverable.Type.REEL, "A reel", dueOn, Optional.empty()), "user:ana", at);
    }

    <T> T read(TeamId reader, Supplier<T> work) {
        return transactions().reading(system(reader), work);
    }

    void does(TeamId writer, Runnable work) {
        transactions().run(system(writer), "test", work);
    }
}
