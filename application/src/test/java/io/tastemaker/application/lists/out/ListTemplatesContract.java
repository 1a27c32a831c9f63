package io.tastemaker.application.lists.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.lists.ListForm;
import io.tastemaker.domain.lists.ListTemplate;
import io.tastemaker.domain.shared.ListTemplateId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of templates for lists does. */
public abstract class ListTemplatesContract {

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract ListTemplates templates();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    @Test
    void a_template_is_found_as_it_was_added_by_its_own_team_only() {
        ListTemplate template = add(template(team, NOON));
        assertThat(find(team, template)).contains(template);
        assertThat(find(newTeam(teams()), template)).isEmpty();
        assertThatThrownBy(() -> add(template(newTeam(teams()), NOON))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void the_next_version_replaces_the_one_before_and_a_stale_one_nothing() {
        ListTemplate first = add(template(team, NOON));
        ListTemplate second = first.changed("Other", "", ListForm.PLAIN, NOON.plusSeconds(1));
        assertThat(write(team, () -> templates().replace(second))).isTrue();
        assertThat(write(team, () -> templates().replace(first.changed("Late", "", ListForm.PLAIN, NOON)))).isFalse();
        assertThat(find(team, first)).contains(second);
    }

    @Test
    void a_removed_template_is_gone_unless_somebody_changed_it() {
        ListTemplate first = add(template(team, NOON));
        ListTemplate second = first.changed("Other", "", ListForm.PLAIN, NOON.plusSeconds(1));
        write(team, () -> templates().replace(second));
        assertThat(write(team, () -> templates().remove(first))).isFalse();
        assertThat(write(newTeam(teams()), () -> templates().remove(second))).isFalse();
        assertThat(write(team, () -> templates().remove(second))).isTrue();
        assertThat(find(team, first)).isEmpty();
    }

    @Test
    void pages_concatenate_to_the_whole_the_newest_first_and_counted() {
        List<ListTemplate> newestFirst = new ArrayList<>();
        for (int second = 0; second < 5; second++) {
            newestFirst.addFirst(add(template(team, NOON.plusSeconds(second))));
        }
        List<ListTemplate> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(2, after);
            Page<ListTemplate> page = read(team, () -> templates().list(request));
            seen.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).isEqualTo(newestFirst);
        assertThat(read(team, () -> templates().count())).isEqualTo(5);
        assertThat(read(newTeam(teams()), () -> templates().count())).isZero();
    }

    private static ListTemplate template(TeamId owner, Instant at) {
        return new ListTemplate(new ListTemplateId(SeededIds.next()), owner, 1, "Seeding", "for samples",
                new ListForm(List.of("Size", "Address sent"), "send a sample", "who likes \"vegan\""), "user:ana", at, at);
    }

    private ListTemplate add(ListTemplate template) {
        return write(team, () -> {
            templates().add(template);
            return template;
        });
    }

    private Optional<ListTemplate> find(TeamId reader, ListTemplate template) {
        return read(reader, () -> templates().find(template.id()));
    }

    private <T> T read(TeamId reader, Supplier<T> work) {
        return transactions().reading(system(reader), work);
    }

    private <T> T write(TeamId writer, Supplier<T> work) {
        return transactions().inTransaction(system(writer), "test", work);
    }
}
