package io.tastemaker.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.operations.LetterHandler;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.wallets.UnlockEmail;
import io.tastemaker.application.wallets.UnlockUseCases;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.outreach.InvitationTerms;
import io.tastemaker.domain.outreach.MessageTemplate;
import io.tastemaker.domain.outreach.Wording;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.MessageTemplateId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.wallets.OperationKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvitingCreatorsTest {

    private final OutreachWorld world = new OutreachWorld();

    @Test
    void all_of_them_are_invited_with_letters_of_their_own_and_stand_so_on_the_shortlist() {
        CreatorId nova = world.listed("nova");
        CreatorId luz = world.listed("luz");

        InviteCreators.Outcome outcome = world.invite(nova, luz, nova);

        assertThat(outcome).isInstanceOfSatisfying(InviteCreators.Outcome.Invited.class, invited ->
                assertThat(invited.invitations()).extracting(Invitation::creator).containsExactly(nova, luz));
        assertThat(world.standing(nova)).isEqualTo(ShortlistEntry.Status.INVITED);
        assertThat(world.lettersTo("nova")).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Spring serum: would you like to take part?");
            assertThat(letter.text()).contains("Hello NOVA", "Vegan skin care", "https://app.example.com/respond#rl_", "Never want to be written to");
            assertThat(letter.text()).doesNotContain("{{");
        });
        assertThat(world.token("nova")).isNotEqualTo(world.token("luz"));
        assertThat(world.told()).containsExactly("invitation.sent", "invitation.sent");
        InMemoryTransactions.Done deed = world.transactions.done().getLast();
        assertThat(deed.action()).isEqualTo("campaign.invite");
        assertThat(deed.subject()).contains(Subject.of("campaign", world.campaign.id()));
        assertThat(deed.changes().toString()).contains("invitations.", "creators." + nova + ".status").doesNotContain("nova@example.com", "rl_");
    }

    @Test
    void everything_in_the_way_of_anybody_is_named_and_nobody_is_invited() {
        CreatorId fine = world.listed("fine");
        CreatorId unlisted = world.entered(world.ana, "unlisted", Optional.of("unlisted@example.com"));
        CreatorId foreign = world.entered(world.ole, "foreign", Optional.of("foreign@example.com"));
        CreatorId silent = world.listed(world.ana, "silent", Optional.empty());
        CreatorId odd = world.listed(world.ana, "odd", Optional.of("not an address"));
        CreatorId locked = world.listed(Actors.OPERATOR, "locked", Optional.of("locked@example.com"));
        CreatorId before = world.listed("before");
        world.invited(before);
        CreatorId refusing = world.listed("refusing");
        world.invited(refusing);
        world.answer(world.token("refusing"), AnswerInvitation.Action.DECLINE);
        CreatorId partner = world.listed("partner");
        world.invited(partner);
        world.answer(world.token("partner"), AnswerInvitation.Action.ACCEPT);
        int letters = world.outbox.letters().size();

        InviteCreators.Outcome outcome = world.invite(fine, unlisted, foreign, silent, odd, locked, before, refusing, partner);

        assertThat(outcome).isInstanceOfSatisfying(InviteCreators.Outcome.Hindered.class, hindered -> {
            assertThat(new LinkedHashMap<>(hindered.obstacles())).isEqualTo(Map.of(
                    unlisted, Set.of(InviteCreators.Obstacle.NOT_SHORTLISTED),
                    foreign, Set.of(InviteCreators.Obstacle.NOT_SHORTLISTED),
                    silent, Set.of(InviteCreators.Obstacle.NO_EMAIL),
                    odd, Set.of(InviteCreators.Obstacle.NO_EMAIL),
                    locked, Set.of(InviteCreators.Obstacle.EMAIL_LOCKED),
                    before, Set.of(InviteCreators.Obstacle.INVITED_BEFORE),
                    refusing, Set.of(InviteCreators.Obstacle.DECLINED_BEFORE),
                    partner, Set.of(InviteCreators.Obstacle.TAKES_PART, InviteCreators.Obstacle.INVITED_BEFORE)));
            assertThat(hindered.obstacles().keySet()).containsExactly(unlisted, foreign, silent, odd, locked, before, refusing, partner);
        });
        assertThat(world.outbox.letters()).hasSize(letters);
        assertThat(world.standing(fine)).isEqualTo(ShortlistEntry.Status.PENDING);
        assertThat(world.transactions.done().getLast().action()).isEqualTo("campaign.invite.refused");
    }

    @Test
    void an_address_that_was_unlocked_is_written_to() {
        CreatorId nova = world.listed(Actors.OPERATOR, "nova", Optional.of("nova@example.com"));
        UnlockUseCases unlocks = new UnlockUseCases(world.transactions, world.creators, world.till.useCases());
        unlocks.unlockEmail().handle(new UnlockEmail.Command(world.ana, nova, OperationKey.once(world.ids.next()), OptionalLong.empty(), false));

        assertThat(world.invite(nova)).isInstanceOf(InviteCreators.Outcome.Invited.class);
    }

    @ParameterizedTest
    @EnumSource(value = Campaign.Status.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    void nobody_is_invited_into_a_campaign_that_does_not_run(Campaign.Status status) {
        CreatorId nova = world.listed("nova");
        world.campaignIs(status);

        assertThat(world.invite(nova)).isEqualTo(new InviteCreators.Outcome.NotRunning(status));
        assertThat(world.outbox.letters()).isEmpty();
    }

    @Test
    void a_dry_run_shows_the_first_letter_and_does_nothing() {
        CreatorId nova = world.listed("nova");
        int deeds = world.transactions.done().size();
        InviteCreators.Words words = new InviteCreators.Words.Own(new Wording("For {{handle}}", "{{team_name}} {{response_link}}"));

        assertThat(world.invite(words, true, nova)).isInstanceOfSatisfying(InviteCreators.Outcome.Foreseen.class, foreseen -> {
            assertThat(foreseen.count()).isEqualTo(1);
            assertThat(foreseen.first().subject()).isEqualTo("For @nova");
            assertThat(foreseen.first().body()).contains("https://app.example.com/respond#…");
        });
        assertThat(world.transactions.done()).hasSize(deeds);
        assertThat(world.outbox.letters()).isEmpty();
        assertThat(world.standing(nova)).isEqualTo(ShortlistEntry.Status.PENDING);
    }

    @Test
    void members_read_and_do_not_invite_and_other_teams_see_nothing() {
        CreatorId nova = world.listed("nova");
        Invitation invitation = world.invited(nova);
        InviteCreators.Command bens = new InviteCreators.Command(world.ben, world.campaign.id(), List.of(nova), new InviteCreators.Words.Usual(),
                InvitationTerms.USUAL, false);
        assertThatThrownBy(() -> world.outreach.inviteCreators().handle(bens)).isInstanceOf(Refusal.Forbidden.class);
        InviteCreators.Command oles = new InviteCreators.Command(world.ole, world.campaign.id(), List.of(nova), new InviteCreators.Words.Usual(),
                InvitationTerms.USUAL, false);
        assertThatThrownBy(() -> world.outreach.inviteCreators().handle(oles)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> world.outreach.showInvitation().handle(new ShowInvitation.Query(world.ole, invitation.id())))
                .isInstanceOf(Refusal.NotFound.class);
        ListInvitations.Query all = new ListInvitations.Query(world.ben, Optional.of(world.campaign.id()), Optional.empty(), PageRequest.first(9));
        assertThat(world.outreach.listInvitations().handle(all).items()).containsExactly(invitation);
    }

    @Test
    void the_creator_looks_asks_is_answered_and_takes_part() {
        CreatorId nova = world.listed("nova");
        Invitation invitation = world.invited(nova);
        String token = world.token("nova");

        assertThat(world.answer(token, AnswerInvitation.Action.OPEN)).isInstanceOfSatisfying(AnswerInvitation.Outcome.Shown.class, shown -> {
            assertThat(shown.invitation().status()).isEqualTo(Invitation.Status.OPENED);
            assertThat(shown.campaign().name()).isEqualTo("Spring serum");
        });
        world.answer(token, AnswerInvitation.Action.REPLY, Optional.of("How much?"));
        assertThat(world.outreach.writeToCreator().handle(new WriteToCreator.Command(world.ana, invitation.id(), "A lot.\nReally.")))
                .isInstanceOf(WriteToCreator.Outcome.Written.class);
        assertThat(world.lettersTo("nova").getLast().text()).contains("A lot.\nReally.", "respond#rl_", "Never want");
        String second = world.token("nova");
        assertThat(second).isNotEqualTo(token);
        assertThat(world.answer(second, AnswerInvitation.Action.OPEN)).isInstanceOfSatisfying(AnswerInvitation.Outcome.Shown.class, shown ->
                assertThat(shown.messages()).extracting(InvitationMessage::text).containsExactly("How much?", "A lot.\nReally."));
        assertThat(world.answer(token, AnswerInvitation.Action.ACCEPT, Optional.of("Good."))).isInstanceOf(AnswerInvitation.Outcome.Shown.class);

        assertThat(world.now(invitation).status()).isEqualTo(Invitation.Status.ACCEPTED);
        assertThat(world.standing(nova)).isEqualTo(ShortlistEntry.Status.ACCEPTED);
        assertThat(world.told()).containsExactly("invitation.sent", "invitation.opened", "invitation.replied", "invitation.accepted");
        assertThat(world.outreach.listInvitationMessages().handle(
                new ListInvitationMessages.Query(world.ben, invitation.id(), PageRequest.first(9))).items()).hasSize(3);
        assertThat(world.transactions.done()).allSatisfy(deed -> assertThat(deed.changes().toString()).doesNotContain("How much", "A lot", "rl_"));
    }

    @Test
    void a_second_decision_is_refused_and_leaves_no_trace() {
        Invitation invitation = world.invited(world.listed("nova"));
        String token = world.token("nova");
        world.answer(token, AnswerInvitation.Action.DECLINE);
        assertThat(world.standing(invitation.creator())).isEqualTo(ShortlistEntry.Status.REJECTED);
        int deeds = world.transactions.done().size();

        for (AnswerInvitation.Action action : AnswerInvitation.Action.values()) {
            assertThat(world.answer(token, action, Optional.of("again"))).isEqualTo(new AnswerInvitation.Outcome.Refused(
                    new Invitation.Decision.AlreadyDecided(Invitation.Status.DECLINED)));
        }
        assertThat(world.transactions.done()).hasSize(deeds);
        assertThat(world.outreach.writeToCreator().handle(new WriteToCreator.Command(world.ana, invitation.id(), "Why?")))
                .isEqualTo(new WriteToCreator.Outcome.Refused(new Invitation.Decision.AlreadyDecided(Invitation.Status.DECLINED)));
    }

    @Test
    void of_many_decisions_at_once_one_counts() {
        Invitation invitation = world.invited(world.listed("nova"));
        String token = world.token("nova");

        List<AnswerInvitation.Outcome> outcomes = AtOnce.call(20, number -> world.answer(
                token, number % 2 == 0 ? AnswerInvitation.Action.ACCEPT : AnswerInvitation.Action.DECLINE));

        assertThat(outcomes).filteredOn(AnswerInvitation.Outcome.Shown.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(AnswerInvitation.Outcome.Refused.class::isInstance).hasSize(19);
        assertThat(world.now(invitation).version()).isEqualTo(2);
    }

    @Test
    void what_is_withdrawn_answers_no_more_and_the_creator_can_be_invited_anew() {
        CreatorId nova = world.listed("nova");
        Invitation invitation = world.invited(nova);
        String token = world.token("nova");
        assertThatThrownBy(() -> world.outreach.withdrawInvitation().handle(
                new WithdrawInvitation.Command(world.ana, invitation.id(), OptionalLong.of(7)))).isInstanceOf(Refusal.StaleVersion.class);

        assertThat(world.outreach.withdrawInvitation().handle(new WithdrawInvitation.Command(world.ana, invitation.id(), OptionalLong.of(1))))
                .isInstanceOf(WithdrawInvitation.Outcome.Withdrawn.class);

        assertThat(world.answer(token, AnswerInvitation.Action.ACCEPT))
                .isEqualTo(new AnswerInvitation.Outcome.Refused(new Invitation.Decision.AlreadyWithdrawn()));
        assertThat(world.outreach.withdrawInvitation().handle(new WithdrawInvitation.Command(world.ana, invitation.id(), OptionalLong.empty())))
                .isEqualTo(new WithdrawInvitation.Outcome.Refused(new Invitation.Decision.AlreadyWithdrawn()));
        assertThat(world.standing(nova)).isEqualTo(ShortlistEntry.Status.PENDING);
        assertThat(world.invite(nova)).isInstanceOf(InviteCreators.Outcome.Invited.class);
        assertThat(world.answer(world.token("nova"), AnswerInvitation.Action.ACCEPT)).isInstanceOf(AnswerInvitation.Outcome.Shown.class);
    }

    @Test
    void reminders_come_when_they_are_due_once_each_and_then_the_end() {
        CreatorId nova = world.listed("nova");
        Invitation invitation = world.invited(nova);
        String first = world.token("nova");
        assertThat(world.attend()).isZero();
        world.clock.advance(Duration.ofDays(3));
        assertThat(world.attend()).isEqualTo(1);
        assertThat(world.attend()).isZero();
        assertThat(world.lettersTo("nova").getLast().subject()).isEqualTo("Reminder: Spring serum: would you like to take part?");
        assertThat(world.answer(first, AnswerInvitation.Action.OPEN)).as("the first link still leads there").isInstanceOf(AnswerInvitation.Outcome.Shown.class);
        world.clock.advance(Duration.ofDays(4));
        world.attend();
        world.clock.advance(Duration.ofDays(5));
        assertThat(world.attend()).isZero();
        assertThat(world.lettersTo("nova")).hasSize(3);
        world.clock.advance(Duration.ofDays(2));
        assertThat(world.answer(first, AnswerInvitation.Action.ACCEPT)).as("too late, though nobody wrote it down").isEqualTo(
                new AnswerInvitation.Outcome.Refused(new Invitation.Decision.AlreadyExpired(invitation.expiresAt())));
        assertThat(world.attend()).isEqualTo(1);
        assertThat(world.now(invitation).status()).isEqualTo(Invitation.Status.EXPIRED);
        assertThat(world.standing(nova)).isEqualTo(ShortlistEntry.Status.PENDING);
        assertThat(world.told()).containsExactly("invitation.sent", "invitation.opened", "invitation.expired");
        world.clock.advance(Duration.ofDays(100));
        assertThat(world.attend()).isZero();
    }

    @Test
    void while_a_campaign_rests_nobody_is_reminded_and_answers_count() {
        world.invited(world.listed("nova"));
        world.campaignIs(Campaign.Status.PAUSED);
        world.clock.advance(Duration.ofDays(4));
        world.attend();
        assertThat(world.lettersTo("nova")).hasSize(1);
        world.campaignIs(Campaign.Status.ACTIVE);
        world.clock.advance(AttendInvitations.LEASE);
        world.attend();
        assertThat(world.lettersTo("nova")).hasSize(2);
        world.campaignIs(Campaign.Status.PAUSED);
        assertThat(world.answer(world.token("nova"), AnswerInvitation.Action.OPEN)).isInstanceOf(AnswerInvitation.Outcome.Shown.class);
        world.campaignIs(Campaign.Status.COMPLETED);
        assertThat(world.answer(world.token("nova"), AnswerInvitation.Action.ACCEPT)).isEqualTo(new AnswerInvitation.Outcome.CampaignOver());
    }

    @Test
    void who_wants_no_letters_gets_none_from_any_team() {
        CreatorId nova = world.listed("nova");
        CreatorId twin = world.listed(world.ana, "twin", Optional.of("NOVA@example.com"));
        Invitation invitation = world.invited(nova);
        String token = world.token("nova");

        assertThat(world.outreach.stopLetters().handle(new StopLetters.Command(Anonymous.CALLER, token))).isEqualTo(new StopLetters.Outcome.Stopped());
        int deeds = world.transactions.done().size();
        assertThat(world.outreach.stopLetters().handle(new StopLetters.Command(Anonymous.CALLER, token))).isEqualTo(new StopLetters.Outcome.Stopped());

        assertThat(world.transactions.done()).hasSize(deeds);
        assertThat(world.now(invitation).status()).isEqualTo(Invitation.Status.DECLINED);
        assertThat(world.invite(twin)).isInstanceOfSatisfying(InviteCreators.Outcome.Hindered.class, hindered ->
                assertThat(hindered.obstacles().get(twin)).containsExactly(InviteCreators.Obstacle.WANTS_NO_MAIL));
        assertThat(world.lettersTo("nova")).hasSize(1);
    }

    @Test
    void an_open_invitation_to_somebody_who_wants_no_letters_is_not_brought_to_mind_or_sent_once_more() {
        CreatorId nova = world.listed("nova");
        CreatorId twin = world.listed(world.ana, "twin", Optional.of("nova@example.com"));
        world.invited(nova);
        String token = world.token("nova");
        Invitation second = world.invited(twin);
        world.outreach.stopLetters().handle(new StopLetters.Command(Anonymous.CALLER, token));
        int letters = world.outbox.letters().size();

        world.clock.advance(Duration.ofDays(3));
        world.attend();
        assertThat(world.outreach.resendInvitation().handle(new ResendInvitation.Command(world.ana, second.id(), OptionalLong.empty())))
                .isEqualTo(new ResendInvitation.Outcome.Hindered(twin, InviteCreators.Obstacle.WANTS_NO_MAIL));
        assertThat(world.outreach.writeToCreator().handle(new WriteToCreator.Command(world.ana, second.id(), "Hello?")))
                .isEqualTo(new WriteToCreator.Outcome.WantsNoMail());
        assertThat(world.outbox.letters()).hasSize(letters);
    }

    @Test
    void a_letter_that_cannot_be_delivered_marks_its_invitation_until_it_is_sent_once_more() {
        CreatorId nova = world.listed("nova");
        Invitation invitation = world.invited(nova);
        LetterHandler handler = world.outreach.letterHandler();
        Subject about = Subject.of("invitation", invitation.id());

        handler.undeliverable(world.ana.team(), about);
        handler.undeliverable(world.ana.team(), about);

        assertThat(world.now(invitation).status()).isEqualTo(Invitation.Status.BOUNCED);
        assertThat(world.standing(nova)).isEqualTo(ShortlistEntry.Status.PENDING);
        assertThat(world.told()).containsExactly("invitation.sent", "invitation.bounced");
        assertThat(world.outreach.resendInvitation().handle(new ResendInvitation.Command(world.ana, invitation.id(), OptionalLong.of(2))))
                .isInstanceOf(ResendInvitation.Outcome.Resent.class);
        assertThat(world.standing(nova)).isEqualTo(ShortlistEntry.Status.INVITED);
        assertThat(world.lettersTo("nova")).hasSize(2);
        world.answer(world.token("nova"), AnswerInvitation.Action.OPEN);
        handler.undeliverable(world.ana.team(), about);
        assertThat(world.now(invitation).status()).as("who opened it has it").isEqualTo(Invitation.Status.OPENED);
        handler.undeliverable(world.ana.team(), Subject.of("invitation", SeededIds.next()));
    }

    @Test
    void nothing_that_was_never_mailed_opens_anything() {
        for (String token : List.of("", "rl_", "rl_" + "a".repeat(43), "x".repeat(200))) {
            assertThat(world.answer(token, AnswerInvitation.Action.OPEN)).isEqualTo(new AnswerInvitation.Outcome.Invalid());
            assertThat(world.outreach.stopLetters().handle(new StopLetters.Command(Anonymous.CALLER, token))).isEqualTo(new StopLetters.Outcome.Invalid());
        }
    }

    @Test
    void a_link_that_leaked_fills_no_disk() {
        world.invited(world.listed("nova"));
        String token = world.token("nova");
        for (int number = 0; number < InvitationMessage.MOST; number++) {
            assertThat(world.answer(token, AnswerInvitation.Action.REPLY, Optional.of("more"))).isInstanceOf(AnswerInvitation.Outcome.Shown.class);
        }
        assertThat(world.answer(token, AnswerInvitation.Action.REPLY, Optional.of("more"))).isEqualTo(new AnswerInvitation.Outcome.TooManyMessages());
        assertThat(world.answer(token, AnswerInvitation.Action.ACCEPT)).isInstanceOf(AnswerInvitation.Outcome.Shown.class);
    }

    @Test
    void texts_are_kept_changed_tried_and_deleted_and_those_that_were_shipped_stay() {
        Wording wording = new Wording("{{campaign_name}}", "Dear {{creator_name}}: {{response_link}}");
        CreateMessageTemplate.Outcome.Created created = (CreateMessageTemplate.Outcome.Created) world.outreach.createMessageTemplate().handle(
                new CreateMessageTemplate.Command(world.ana, "Warm", wording));
        MessageTemplateId id = created.template().id();
        CreatorId nova = world.listed("nova");
        assertThat(world.outreach.previewMessageTemplate().handle(new PreviewMessageTemplate.Query(world.ben, id, world.campaign.id(), nova)))
                .isInstanceOfSatisfying(PreviewMessageTemplate.Outcome.Shown.class, shown ->
                        assertThat(shown.written().body()).startsWith("Dear NOVA: https://app.example.com/respond#…"));
        assertThat(world.invite(new InviteCreators.Words.Template(id), true, nova)).isInstanceOf(InviteCreators.Outcome.Foreseen.class);
        assertThatThrownBy(() -> world.outreach.changeMessageTemplate().handle(
                new ChangeMessageTemplate.Command(world.ana, id, 2, "Warmer", wording))).isInstanceOf(Refusal.StaleVersion.class);
        assertThat(world.outreach.changeMessageTemplate().handle(new ChangeMessageTemplate.Command(world.ana, id, 1, "Warmer", wording)))
                .isInstanceOf(ChangeMessageTemplate.Outcome.Changed.class);
        assertThatThrownBy(() -> world.outreach.showMessageTemplate().handle(new ShowMessageTemplate.Query(world.ole, id)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(world.outreach.deleteMessageTemplate().handle(new DeleteMessageTemplate.Command(world.ana, id, OptionalLong.of(2))))
                .isEqualTo(new DeleteMessageTemplate.Outcome.Deleted());
        assertThat(world.invite(new InviteCreators.Words.Template(id), false, nova)).isEqualTo(new InviteCreators.Outcome.UnknownTemplate());
        MessageTemplate shipped = world.outreach.listMessageTemplates().handle(new ListMessageTemplates.Query(world.ole, PageRequest.first(9)))
                .items().getFirst();
        assertThat(world.outreach.changeMessageTemplate().handle(new ChangeMessageTemplate.Command(world.ole, shipped.id(), 1, "Mine", wording)))
                .isEqualTo(new ChangeMessageTemplate.Outcome.Shipped());
        assertThat(world.outreach.deleteMessageTemplate().handle(new DeleteMessageTemplate.Command(world.ole, shipped.id(), OptionalLong.empty())))
                .isEqualTo(new DeleteMessageTemplate.Outcome.Shipped());
    }
}
