package io.tastemaker.domain.wallets;

import static io.tastemaker.domain.wallets.WalletFixtures.EMAIL;
import static io.tastemaker.domain.wallets.WalletFixtures.FREE;
import static io.tastemaker.domain.wallets.WalletFixtures.IMAGE;
import static io.tastemaker.domain.wallets.WalletFixtures.PAGE;
import static io.tastemaker.domain.wallets.WalletFixtures.STANDARD;
import static io.tastemaker.domain.wallets.WalletFixtures.UNKNOWN;
import static io.tastemaker.domain.wallets.WalletFixtures.UNLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.entitlements.Action;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuotationTest {

    private final Till till = Till.on(STANDARD);

    @Test
    void each_item_stands_behind_the_ones_before_it() {
        till.grant("pi:1", LotKind.TOP_UP, 100);
        Quotation quotation = quote(item(PAGE, 4), item(PAGE, 4), item(UNLOCK, 3));
        assertThat(quotation.lines()).extracting(Quotation.Line::split).containsExactly(new Split(1, 3, 0), new Split(0, 2, 2), new Split(2, 0, 1));
        assertThat(quotation.credits()).isEqualTo(45);
        assertThat(quotation.available()).isEqualTo(100);
        assertThat(quotation.affordable()).isTrue();
    }

    @Test
    void nothing_is_written_and_the_real_charge_costs_the_same() {
        till.grant("pi:1", LotKind.TOP_UP, 100);
        Wallet before = till.stored();
        long quoted = quote(item(PAGE, 9)).credits();
        assertThat(till.stored()).isSameAs(before);
        assertThat(((WalletAnswer.Charged) till.charge(PAGE, 9)).receipt().credits()).isEqualTo(quoted);
    }

    @Test
    void what_is_denied_adds_nothing_and_cannot_be_done() {
        Till free = Till.on(FREE);
        Quotation quotation = Quotation.of(free.stored(), free.tariff(), List.of(item(EMAIL, 2), item(PAGE, 6)), Till.ANA, free.now());
        assertThat(quotation.lines().getFirst().allowed()).isFalse();
        assertThat(quotation.credits()).isEqualTo(10);
        assertThat(quotation.affordable()).isFalse();
    }

    @Test
    void credits_for_one_thing_do_not_make_another_affordable() {
        Till free = Till.on(FREE);
        Quotation images = Quotation.of(free.stored(), free.tariff(), List.of(item(IMAGE, 10)), Till.ANA, free.now());
        Quotation pages = Quotation.of(free.stored(), free.tariff(), List.of(item(PAGE, 10)), Till.ANA, free.now());
        assertThat(images.credits()).isEqualTo(pages.credits()).isEqualTo(50);
        assertThat(images.available()).isEqualTo(40);
        assertThat(images.affordable()).as("10 daily ones are for images").isTrue();
        assertThat(pages.affordable()).isFalse();
    }

    @Test
    void a_quotation_is_what_the_charges_would_be() {
        List<Action> actions = List.of(PAGE, IMAGE, UNLOCK, WalletFixtures.ODD, WalletFixtures.SEARCH, EMAIL);
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            Till other = Till.on(STANDARD);
            other.grant("pi:1", LotKind.TOP_UP, 1 + random.nextInt(200));
            List<Quotation.Item> items = random.ints(3, 0, actions.size()).mapToObj(i -> item(actions.get(i), 1 + random.nextInt(9))).toList();
            Quotation quotation = Quotation.of(other.stored(), other.tariff(), items, Till.ANA, other.now());
            List<WalletAnswer> answers = items.stream().map(item -> other.charge(item.action(), item.units())).toList();
            assertThat(answers.stream().allMatch(WalletAnswer.Charged.class::isInstance)).as("seed %d", seed).isEqualTo(quotation.affordable());
            if (quotation.affordable()) {
                assertThat(answers.stream().flatMap(answer -> answer.charge().stream()).mapToLong(Receipt::credits).sum())
                        .as("seed %d", seed).isEqualTo(quotation.credits());
            }
        }
    }

    @Test
    void only_what_is_priced_can_be_quoted() {
        assertThatIllegalArgumentException().isThrownBy(() -> quote(item(UNKNOWN, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> item(PAGE, 0));
    }

    private Quotation quote(Quotation.Item... items) {
        return Quotation.of(till.stored(), till.tariff(), List.of(items), Till.ANA, till.now());
    }

    private static Quotation.Item item(Action action, long units) {
        return new Quotation.Item(action, units);
    }
}
