package io.tastemaker.domain.billing;

import static io.tastemaker.domain.billing.BillingFixtures.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private static final Optional<Notice.Matter> INVOICE = Optional.of(new Notice.Matter(Notice.Kind.INVOICE, "in_1"));

    @Test
    void what_is_about_something_waits_to_be_heeded() {
        assertThat(notice("evt_1", "invoice.paid", INVOICE, Optional.empty()).firstState()).isEqualTo(Notice.State.RECEIVED);
    }

    @Test
    void what_is_about_nothing_is_ignored() {
        assertThat(notice("evt_1", "balance.available", Optional.empty(), Optional.empty()).firstState()).isEqualTo(Notice.State.IGNORED);
    }

    @Test
    void what_cannot_be_read_is_never_dropped() {
        assertThat(notice("evt_1", "invoice.paid", Optional.empty(), Optional.of("of another version")).firstState())
                .isEqualTo(Notice.State.DEAD);
        assertThat(notice("evt_1", "invoice.paid", INVOICE, Optional.of("of another version")).firstState()).isEqualTo(Notice.State.DEAD);
    }

    @Test
    void a_notice_has_an_id_and_a_type_of_1_to_255_characters() {
        String longest = "x".repeat(255);
        assertThat(notice(longest, longest, INVOICE, Optional.empty()).id()).isEqualTo(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> notice(longest + "x", "invoice.paid", INVOICE, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> notice("evt_1", longest + "x", INVOICE, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> notice(" ", "invoice.paid", INVOICE, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> notice("evt_1", "", INVOICE, Optional.empty()));
    }

    private static Notice notice(String id, String type, Optional<Notice.Matter> about, Optional<String> fault) {
        return new Notice(id, type, START, about, fault);
    }
}
