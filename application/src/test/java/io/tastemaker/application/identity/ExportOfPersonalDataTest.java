package io.tastemaker.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.operations.CancelJob;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.application.operations.out.InMemoryIdempotentCalls;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.DataExport;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExportOfPersonalDataTest {

    private final People people = new People();
    private final ProfileUseCases profiles = people.profiles();
    private final OperationsUseCases operations = new OperationsUseCases(people.transactions, people.jobs(),
            new InMemoryIdempotentCalls(people.transactions), List.of(profiles.dataExportJob()), List.of(), List.of(), people.clock);
    private final SignedIn ana = people.member("ana@example.com");
    private final Actor actor = people.actor(ana);

    @Test
    void a_person_is_handed_everything_in_one_document() {
        DataExport export = wanted();
        assertThat(export.state()).isEqualTo(new DataExport.State.Preparing());
        assertThat(fetch(export)).isInstanceOf(FetchDataExport.Outcome.NotReady.class);
        work();

        assertThat(shown(export.id()).state()).isInstanceOf(DataExport.State.Ready.class);
        assertThat(text(export)).isEqualTo(("{\"user_id\":\"%s\",\"exported_at\":\"%s\",\"account\":[{\"table\":\"identity.user_account\",\"rows\":["
                + "{\"email\": \"ana@example.com\", \"full_name\": \"Ana Lima\"}]}],\"teams\":[{\"team_id\":\"%s\",\"holdings\":[{\"table\":"
                + "\"identity.membership\",\"rows\":[{\"user_id\": \"%s\"}]}]}]}")
                .formatted(ana.user().id(), people.clock.instant(), ana.user().homeTeam(), ana.user().id()));
        assertThat(shown(export.id()).bytes()).isEqualTo(text(export).length());
    }

    @Test
    void nobody_else_finds_it() {
        DataExport export = wanted();
        work();
        Actor ben = people.actor(people.member("ben@example.com"));
        for (Actor other : List.of(ben, new Actor.Operator("root", ana.user().homeTeam(), ben.person()))) {
            assertThatThrownBy(() -> profiles.showDataExport().handle(new ShowDataExport.Query(other, export.id())))
                    .isInstanceOf(Refusal.NotFound.class);
            assertThatThrownBy(() -> profiles.fetchDataExport().handle(new FetchDataExport.Query(other, export.id())))
                    .isInstanceOf(Refusal.NotFound.class);
        }
        assertThatThrownBy(() -> profiles.exportPersonalData().handle(new ExportPersonalData.Command(Actors.OPERATOR)))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void a_wish_joins_one_under_way_and_replaces_one_that_ended() {
        DataExport first = wanted();
        assertThat(wanted().id()).isEqualTo(first.id());
        work();
        DataExport second = wanted();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThatThrownBy(() -> shown(first.id())).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_canceled_job_says_so() {
        DataExport export = wanted();
        operations.cancelJob().handle(new CancelJob.Command(new Actor.System("test", ana.user().homeTeam()), new JobId(export.id())));
        work();
        assertThat(shown(export.id()).state()).isInstanceOf(DataExport.State.Failed.class);
    }

    @Test
    void a_file_is_gone_after_seven_days() {
        DataExport export = wanted();
        work();
        people.clock.advance(DataExport.KEPT);
        assertThatThrownBy(() -> people.profiles().showDataExport().handle(new ShowDataExport.Query(actor, export.id())))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(profiles.forgetDataExports().handle(new ForgetDataExports.Command(Actors.PROGRAM)))
                .isEqualTo(new ForgetDataExports.Outcome.Done(1));
    }

    @Test
    void of_an_erased_person_nothing_is_written() {
        DataExport export = wanted();
        profiles.eraseAccount().handle(new EraseAccount.Command(actor, Optional.of(People.PASSWORD), People.LAPTOP));
        work();
        assertThat(people.exports.findPiece(export.id(), 0)).isEmpty();
    }

    private DataExport wanted() {
        return switch (profiles.exportPersonalData().handle(new ExportPersonalData.Command(actor))) {
            case ExportPersonalData.Outcome.Queued(DataExport export) -> export;
        };
    }

    private DataExport shown(UUID export) {
        return profiles.showDataExport().handle(new ShowDataExport.Query(actor, export));
    }

    private FetchDataExport.Outcome fetch(DataExport export) {
        return profiles.fetchDataExport().handle(new FetchDataExport.Query(actor, export.id()));
    }

    private String text(DataExport export) {
        FetchDataExport.File file = ((FetchDataExport.Outcome.Handed) fetch(export)).file();
        StringBuilder text = new StringBuilder();
        Optional<String> piece = file.piece(0);
        for (int number = 1; piece.isPresent(); number++) {
            text.append(piece.get());
            piece = file.piece(number);
        }
        return text.toString();
    }

    private void work() {
        RunNextJob.Command command = new RunNextJob.Command(new Actor.System("jobs", TeamId.CATALOGUE), () -> false);
        RunNextJob.Outcome outcome = operations.runNextJob().handle(command);
        while (!(outcome instanceof RunNextJob.Outcome.Idle)) {
            outcome = operations.runNextJob().handle(command);
        }
    }
}
