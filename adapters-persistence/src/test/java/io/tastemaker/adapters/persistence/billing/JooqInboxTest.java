package io.tastemaker.adapters.persistence.billing;

import static io.tastemaker.application.billing.out.BillingFixtures.notice;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.billing.out.Inbox;
import io.tastemaker.application.billing.out.InboxContract;
import io.tastemaker.application.operations.out.Meter;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.billing.Notice;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqInboxTest extends InboxContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JooqInbox inbox = new JooqInbox(DATABASE.platformTransactions(), DATABASE.acrossTeams());

    @BeforeEach
    void emptyTheInbox() {
        DATABASE.asSuperuser("delete from billing.notice");
    }

    @Override
    protected PlatformTransactions platform() {
        return DATABASE.platformTransactions();
    }

    @Override
    protected Inbox inbox() {
        return inbox;
    }

    @Test
    void what_waits_and_what_is_dead_is_read_off() {
        inbox.add(notice(NOON), NOON);
        inbox.add(notice(NOON), NOON);
        inbox.add(new Notice("evt_1", "invoice.paid", NOON, Optional.empty(), Optional.of("no invoice in it")), NOON);
        assertThat(inbox.read()).extracting(Meter.Reading::name).containsExactly("billing_notices_waiting", "billing_notices_dead");
        assertThat(inbox.read()).extracting(Meter.Reading::value).containsExactly(2.0, 1.0);
    }

    @Test
    void a_notice_is_taken_up_by_the_index_of_those_that_wait() {
        assertThat(DATABASE.acrossTeams().<String>run(sql -> {
            sql.execute("set local enable_seqscan = off");
            return sql.fetch("explain select id from billing.notice where state = 'received' and greatest(not_before, lease_until) <= now() "
                    + "order by greatest(not_before, lease_until), created_at, id limit 1 for update skip locked").format();
        })).contains("notice_due").doesNotContain("Sort");
    }
}
