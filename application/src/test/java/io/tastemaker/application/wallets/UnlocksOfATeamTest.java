package io.tastemaker.application.wallets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.EnterCreator;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.wallets.Access;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.Split;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnlocksOfATeamTest {

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryIds ids = new InMemoryIds();
    private final Till till = Till.ofPayingTeams(transactions, ids, clock);
    private final CreatorUseCases creators = new CreatorUseCases(transactions, new InMemoryCreators(transactions),
            new InMemoryFavorites(transactions), ids, clock);
    private final UnlockUseCases unlocks = new UnlockUseCases(transactions, creators, till.useCases());

    private Creator enter(Actor actor, String handle, Facts.Stated<?>... facts) {
        return ((EnterCreator.Outcome.Entered) creators.enterCreator().handle(
                new EnterCreator.Command(actor, new Handle(Platform.INSTAGRAM, handle), List.of(facts)))).creator();
    }

    private UnlockCreator.Outcome unlock(Actor actor, CreatorId creator, String key) {
        return unlocks.unlockCreator().handle(
                new UnlockCreator.Command(actor, creator, OperationKey.ofClient("unlock", key), OptionalLong.empty(), false));
    }

    private OpenAccess.Outcome opening(Actor actor, CreatorId creator, String key) {
        return ((UnlockCreator.Outcome.Asked) unlock(actor, creator, key)).opening();
    }

    private UnlockEmail.Outcome reveal(Actor actor, CreatorId creator) {
        return unlocks.unlockEmail().handle(
                new UnlockEmail.Command(actor, creator, OperationKey.once(ids.next()), OptionalLong.empty(), false));
    }

    @Test
    void what_one_member_unlocks_is_open_to_the_whole_team_and_to_no_other() {
        Creator nova = enter(Actors.OPERATOR, "nova");

        OpenAccess.Outcome.Opened opened = (OpenAccess.Outcome.Opened) opening(Actors.ANA, nova.id(), "1");
        OpenAccess.Outcome.OpenBefore again = (OpenAccess.Outcome.OpenBefore) opening(Actors.BEN, nova.id(), "2");

        assertThat(again.access()).isEqualTo(opened.access());
        assertThat(opened.access().actor()).isEqualTo(Actors.ANA.label());
        FindOpenRights.Query oslos = new FindOpenRights.Query(Actors.OLE, Action.CREATOR_UNLOCK, List.of(nova.id().toString()));
        assertThat(till.useCases().findOpenRights().handle(oslos)).isEmpty();
        assertThat(opening(Actors.OLE, nova.id(), "1")).isInstanceOf(OpenAccess.Outcome.Opened.class);
    }

    @Test
    void a_repeat_is_told_until_when_as_the_first_was_whatever_the_price_is_by_then() {
        till.useCases().addPricingRule().handle(new AddPricingRule.Command(
                Actors.OPERATOR, Action.CREATOR_UNLOCK, 25, 0, Optional.of(Duration.ofDays(30)), "creator"));
        Creator nova = enter(Actors.OPERATOR, "nova");
        OpenAccess.Outcome.Opened first = (OpenAccess.Outcome.Opened) opening(Actors.ANA, nova.id(), "1");
        till.useCases().addPricingRule().handle(new AddPricingRule.Command(
                Actors.OPERATOR, Action.CREATOR_UNLOCK, 50, 0, Optional.empty(), "creator"));
        clock.advance(Duration.ofDays(31));

        OpenAccess.Outcome.Opened repeat = (OpenAccess.Outcome.Opened) opening(Actors.ANA, nova.id(), "1");

        assertThat(first.access().until()).contains(first.access().since().plus(Duration.ofDays(30)));
        assertThat(repeat.access()).isEqualTo(first.access());
        assertThat(repeat.answered().replayed()).isTrue();
        assertThat(opening(Actors.ANA, nova.id(), "2")).isInstanceOf(OpenAccess.Outcome.Opened.class);
    }

    @Test
    void nothing_is_asked_of_the_wallet_for_own_unknown_and_foreign_creators() {
        Creator own = enter(Actors.ANA, "mine");

        assertThat(unlock(Actors.BEN, own.id(), "1")).isEqualTo(new UnlockCreator.Outcome.Own());
        assertThatThrownBy(() -> unlock(Actors.OLE, own.id(), "1")).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> unlock(Actors.ANA, new CreatorId(new UUID(9, 9)), "1")).isInstanceOf(Refusal.NotFound.class);
        assertThat(till.wallets().load(Actors.LIMA).orElseThrow().version()).isZero();
        assertThat(unlock(Actors.OPERATOR, enter(Actors.OPERATOR, "nova").id(), "1"))
                .isEqualTo(new UnlockCreator.Outcome.Asked(new OpenAccess.Outcome.Free()));
    }

    @Test
    void an_address_is_revealed_when_there_is_one_and_the_plan_allows_it() {
        Creator nova = enter(Actors.OPERATOR, "nova", new Facts.Stated<>(Fact.EMAIL, "nova@example.com"));
        Creator silent = enter(Actors.OPERATOR, "silent");

        assertThat(reveal(Actors.ANA, silent.id())).isEqualTo(new UnlockEmail.Outcome.NoEmail());
        assertThat(reveal(Actors.ANA, nova.id())).isInstanceOfSatisfying(UnlockEmail.Outcome.Asked.class, asked -> {
            assertThat(asked.email()).isEqualTo("nova@example.com");
            assertThat(asked.opening()).isInstanceOf(OpenAccess.Outcome.Opened.class);
        });
        till.subscribe(Actors.OSLO, "free");
        assertThat(reveal(Actors.OLE, nova.id())).isInstanceOfSatisfying(UnlockEmail.Outcome.Asked.class, asked ->
                assertThat(((OpenAccess.Outcome.Refused) asked.opening()).answered().answer()).isInstanceOf(WalletAnswer.PlanRequired.class));
    }

    @Test
    void that_an_address_was_revealed_is_written_down_even_if_the_first_attempt_ended_before() {
        Creator nova = enter(Actors.OPERATOR, "nova", new Facts.Stated<>(Fact.EMAIL, "nova@example.com"));
        OperationKey key = OperationKey.ofClient("email-unlock", "1");
        till.useCases().openAccess().handle(new OpenAccess.Command(Actors.ANA, Permission.UNLOCK_CREATORS, key,
                new Access.Right(Action.EMAIL_UNLOCK, nova.id().toString()), OptionalLong.empty(), false)); // and the program ends

        unlocks.unlockEmail().handle(new UnlockEmail.Command(Actors.ANA, nova.id(), key, OptionalLong.empty(), false));

        assertThat(transactions.done()).filteredOn(done -> done.action().equals("creator.email_unlock")).hasSize(1);
    }

    @Test
    void a_charge_is_foreseen_whether_or_not_it_can_be_paid() {
        till.subscribe(Actors.LIMA, "free");

        ForeseeCharge.Foreseen foreseen = till.useCases().foreseeCharge().handle(
                new ForeseeCharge.Query(Actors.ANA, Permission.UNLOCK_CREATORS, Action.CREATOR_UNLOCK, 7)).orElseThrow();

        assertThat(foreseen.wanted().split()).isEqualTo(new Split(5, 0, 2));
        assertThat(foreseen.wanted().credits()).isEqualTo(50);
        assertThat(foreseen.nothing().creditsLeft()).isZero();
        assertThat(foreseen.nothing().quotaLeft()).hasValue(5);
        assertThat(foreseen.topUps()).isFalse();
        assertThat(till.useCases().foreseeCharge().handle(
                new ForeseeCharge.Query(Actors.OPERATOR, Permission.UNLOCK_CREATORS, Action.CREATOR_UNLOCK, 1))).isEmpty();
    }

    @Test
    void a_plan_opens_features_and_says_which_plan_would() {
        CheckFeature.Query campaigns = new CheckFeature.Query(Actors.ANA, Permission.WRITE_CAMPAIGNS, Feature.CAMPAIGNS);
        assertThat(till.useCases().checkFeature().handle(campaigns)).isEqualTo(new CheckFeature.Outcome.Open());

        till.subscribe(Actors.LIMA, "free");

        assertThat(till.useCases().checkFeature().handle(campaigns)).isInstanceOfSatisfying(CheckFeature.Outcome.PlanRequired.class,
                required -> assertThat(required.sufficient().orElseThrow().id().key()).isEqualTo("standard"));
        assertThat(till.useCases().checkFeature().handle(new CheckFeature.Query(Actors.ANA, Permission.WRITE_CAMPAIGNS, Feature.PROPOSALS)))
                .isEqualTo(new CheckFeature.Outcome.PlanRequired(Optional.empty()));
        assertThatThrownBy(() -> till.useCases().checkFeature().handle(
                new CheckFeature.Query(Actors.BEN, Permission.WRITE_CAMPAIGNS, Feature.CAMPAIGNS))).isInstanceOf(Refusal.Forbidden.class);
    }
}
