package io.tastemaker.application.webhooks;

import static io.tastemaker.application.shared.Actors.ANA;
import static io.tastemaker.application.shared.Actors.LIMA;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.OpenAccess;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.application.wallets.out.InMemoryWalletNews;
import io.tastemaker.application.webhooks.out.Feeds;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.wallets.Access;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.OperationKey;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WalletEventsTest {

    private static final String CREATOR = "0195f000-0000-7000-8000-000000000007";

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Till till = Till.ofPayingTeams(transactions, new InMemoryIds(), new HandClock());

    private List<Operation> done() {
        return new InMemoryWalletNews(transactions, till.wallets()).between(LIMA, 0, 1_000);
    }

    private void open(Action action) {
        till.useCases().openAccess().handle(new OpenAccess.Command(ANA, Permission.UNLOCK_CREATORS,
                OperationKey.ofClient("unlock", action.code()), new Access.Right(action, CREATOR), OptionalLong.empty(), false));
    }

    /** Operations after which so many credits are free. */
    private List<Operation> leaving(long... balances) {
        till.give(LIMA, 100);
        Operation one = done().getLast();
        return LongStream.of(balances).mapToObj(balance -> new Operation(one.id(), one.key(), one.kind(), one.command(), one.action(), one.units(),
                one.credits(), balance, one.actor(), one.target(), one.about(), one.at(), one.lastSeq(), one.entries(), one.note(), one.answer()))
                .toList();
    }

    private static List<String> thresholds(List<Event> events) {
        return events.stream().filter(event -> event.kind() == Event.Kind.WALLET_LOW).map(event -> event.data().get("threshold")).toList();
    }

    @Test
    void unlocks_are_told_with_what_was_unlocked_and_by_whom() {
        till.give(LIMA, 1_000);
        open(Action.CREATOR_UNLOCK);
        open(Action.EMAIL_UNLOCK);
        List<Event> events = WalletEvents.of(done(), new Feeds.WalletPlace(LIMA, 0, 0), Set.of());
        assertThat(events).extracting(Event::kind).containsExactly(Event.Kind.CREATOR_UNLOCKED, Event.Kind.EMAIL_UNLOCKED);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.subject().id()).isEqualTo(CREATOR);
            assertThat(event.data()).containsEntry("actor", ANA.label()).containsKey("operation_id");
        });
    }

    @Test
    void each_threshold_that_is_crossed_downwards_is_told_the_greater_first() {
        List<Event> events = WalletEvents.of(leaving(40), new Feeds.WalletPlace(LIMA, 1, 100), Set.of(40L, 41L, 100L, 101L));
        assertThat(thresholds(events)).containsExactly("100", "41");
    }

    @Test
    void a_crossing_is_told_again_only_after_there_was_enough_again() {
        List<Event> events = WalletEvents.of(leaving(40, 30, 49, 20, 50, 49), new Feeds.WalletPlace(LIMA, 1, 100), Set.of(50L));
        assertThat(thresholds(events)).containsExactly("50", "50");
        assertThat(events).extracting(event -> event.data().get("balance")).containsExactly("40", "49");
    }

    @Test
    void credits_that_rise_cross_nothing() {
        assertThat(WalletEvents.of(leaving(60), new Feeds.WalletPlace(LIMA, 0, 0), Set.of(1L, 50L))).isEmpty();
    }
}
