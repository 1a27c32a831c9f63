package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.integrations.operations.MailFolder;
import io.tastemaker.adapters.persistence.operations.JooqOutbox;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.TimeOrderedIds;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.TeamId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is posted in a transaction reaches the mailbox of the running program. */
class MailOfTheProgramTest {

    @TempDir
    Path directory;

    @Test
    void letters_reach_the_mailbox_once_each() {
        Settings settings = Settings.from(Map.of()).forScratch(directory.resolve("data"));
        try (Server server = Server.start(settings)) {
            Application application = server.application();
            TeamId team = Teams.firstOrNew(application).id();
            JooqTransactions transactions = new JooqTransactions(application.store().database().app());
            JooqOutbox outbox = new JooqOutbox(transactions, new JooqPlatformTransactions(application.store().database().platform()),
                    new AcrossTeams(application.store().database().platform()), application.secretBox(),
                    new TimeOrderedIds(application.clock(), new SecureRandom()), application.clock());
            List<Letter> letters = IntStream.range(0, 30)
                    .mapToObj(number -> new Letter("ana@example.com", "Letter " + number, application.publicUrl() + "/verify#token\n")).toList();

            transactions.run(new Actor.System("test", team), "test", () -> letters.forEach(letter -> outbox.post(team, letter)));

            MailFolder mailbox = new MailFolder(settings.mailDirectory(), application.clock());
            List<MailFolder.Received> arrived = Patience.until("the letters", Duration.ofSeconds(20),
                    () -> Optional.of(mailbox.letters()).filter(found -> found.size() >= letters.size()));
            assertThat(arrived).extracting(MailFolder.Received::letter).containsExactlyInAnyOrderElementsOf(letters);
            assertThat(application.publicUrl()).isEqualTo(server.address());
        }
    }
}
