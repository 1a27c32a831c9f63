package io.tastemaker.application.outreach.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.outreach.MessageTemplate;
import io.tastemaker.domain.outreach.Wording;
import io.tastemaker.domain.shared.MessageTemplateId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of templates does. */
public abstract class MessageTemplatesContract extends OutreachContract {

    protected abstract MessageTemplates templates();

    @Test
    void a_template_is_found_changed_and_removed_by_its_own_team_only() {
        MessageTemplate first = add("Warm");
        assertThat(find(team, first)).contains(first);
        assertThat(find(other, first)).isEmpty();
        MessageTemplate second = first.changed("Warmer", new Wording("Hi", "Come: {{response_link}}"), NOON.plusSeconds(1));
        assertThat(write(other, () -> templates().replace(second))).isFalse();
        assertThat(write(team, () -> templates().replace(second))).isTrue();
        assertThat(write(team, () -> templates().replace(second))).isFalse();
        assertThat(find(team, first)).contains(second);
        assertThat(write(other, () -> templates().remove(second))).isFalse();
        assertThat(write(team, () -> templates().remove(first))).isFalse();
        assertThat(write(team, () -> templates().remove(second))).isTrue();
        assertThat(find(team, first)).isEmpty();
    }

    @Test
    void one_came_with_the_program_which_every_team_reads_and_nobody_changes() {
        MessageTemplate shipped = read(team, () -> templates().usual()).orElseThrow();
        assertThat(shipped.isShipped()).isTrue();
        assertThat(find(team, shipped)).contains(shipped);
        assertThat(find(other, shipped)).contains(shipped);
        assertThat(read(team, () -> templates().list(PageRequest.first(9))).items()).containsExactly(shipped);
        MessageTemplate changed = shipped.changed("Mine", shipped.wording(), NOON);
        assertThat(write(team, () -> templates().replace(changed))).isFalse();
        assertThat(write(team, () -> templates().remove(shipped))).isFalse();
        assertThat(read(team, () -> templates().usual())).contains(shipped);
    }

    @Test
    void the_newest_come_first_page_by_page_and_what_was_shipped_last() {
        List<MessageTemplate> made = new ArrayList<>();
        for (int second = 0; second < 3; second++) {
            made.addFirst(add("Number " + second, NOON.plusSeconds(second)));
        }
        made.add(read(team, () -> templates().usual()).orElseThrow());
        Page<MessageTemplate> first = read(team, () -> templates().list(PageRequest.first(3)));
        Page<MessageTemplate> second = read(team, () -> templates().list(new PageRequest(3, first.next())));
        assertThat(Stream.concat(first.items().stream(), second.items().stream())).containsExactlyElementsOf(made);
    }

    private MessageTemplate add(String name) {
        return add(name, NOON);
    }

    private MessageTemplate add(String name, Instant at) {
        MessageTemplate template = MessageTemplate.begin(
                new MessageTemplateId(SeededIds.next()), team, name, OutreachFixtures.WORDING, "user:ana", at);
        write(team, () -> {
            templates().add(template);
            return true;
        });
        return template;
    }

    private Optional<MessageTemplate> find(TeamId reader, MessageTemplate template) {
        return read(reader, () -> templates().find(template.id()));
    }
}
