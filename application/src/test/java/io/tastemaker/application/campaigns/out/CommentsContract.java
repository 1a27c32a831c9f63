package io.tastemaker.application.campaigns.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.campaigns.Comment;
import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.shared.CommentId;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of comments does. */
public abstract class CommentsContract extends InACampaign {

    protected abstract Deliverables deliverables();

    protected abstract Comments comments();

    @Test
    void a_comment_is_found_as_it_was_written_by_its_own_team_only() {
        Comment general = added(Optional.empty(), 0);
        Comment special = added(Optional.of(deliverable()), 1);
        assertThat(find(general)).contains(general);
        assertThat(find(special)).contains(special);
        assertThat(read(newTeam(teams()), () -> comments().find(campaign.id(), general.id()))).isEmpty();
    }

    @Test
    void the_next_version_replaces_the_one_before_and_a_stale_one_nothing() {
        Comment first = added(Optional.empty(), 0);
        Comment second = first.edited("better", NOON.plusSeconds(5));
        assertThat(write(newTeam(teams()), () -> comments().replace(second))).isFalse();
        assertThat(write(team, () -> comments().replace(second))).isTrue();
        assertThat(write(team, () -> comments().replace(first.edited("late", NOON)))).isFalse();
        assertThat(find(first)).contains(second);
        assertThat(write(team, () -> comments().remove(first))).isFalse();
        assertThat(write(newTeam(teams()), () -> comments().remove(second))).isFalse();
        assertThat(write(team, () -> comments().remove(second))).isTrue();
        assertThat(find(first)).isEmpty();
    }

    @Test
    void a_comment_to_what_is_not_there_is_not_kept() {
        DeliverableId nothing = new DeliverableId(SeededIds.next());
        assertThatThrownBy(() -> does(() -> comments().add(comment(Optional.of(nothing), 0)))).isInstanceOf(RuntimeException.class);
        TeamId other = newTeam(teams());
        assertThatThrownBy(() -> write(other, () -> {
            comments().add(comment(Optional.empty(), 0));
            return true;
        })).isInstanceOf(RuntimeException.class);
    }

    @Test
    void pages_concatenate_to_the_whole_the_newest_first_and_can_be_of_one_deliverable() {
        DeliverableId deliverable = deliverable();
        List<Comment> oldestFirst = IntStream.range(0, 5)
                .mapToObj(second -> added(second == 2 ? Optional.of(deliverable) : Optional.empty(), second)).toList();
        assertThat(paged(page -> comments().list(campaign.id(), Optional.empty(), page))).isEqualTo(oldestFirst.reversed());
        assertThat(paged(page -> comments().list(campaign.id(), Optional.of(deliverable), page))).containsExactly(oldestFirst.get(2));
        assertThat(read(team, () -> comments().count(campaign.id()))).isEqualTo(5);
        assertThat(read(newTeam(teams()), () -> comments().count(campaign.id()))).isZero();
    }

    @Test
    void they_go_with_what_they_are_about() {
        DeliverableId deliverable = deliverable();
        Comment special = added(Optional.of(deliverable), 0);
        Comment general = added(Optional.empty(), 1);
        does(() -> deliverables().remove(deliverables().find(campaign.id(), deliverable).orElseThrow()));
        assertThat(find(special)).isEmpty();
        assertThat(find(general)).contains(general);
        does(() -> campaigns().remove(campaign));
        assertThat(find(general)).isEmpty();
    }

    private Optional<Comment> find(Comment comment) {
        return read(team, () -> comments().find(campaign.id(), comment.id()));
    }

    private DeliverableId deliverable() {
        Deliverable.Work work = new Deliverable.Work(Deliverable.Type.POST, "Post", Optional.empty(), Optional.empty());
        Deliverable planned = Deliverable.plan(new DeliverableId(SeededIds.next()), campaign.id(), work, "user:ana", NOON);
        does(() -> deliverables().add(planned));
        return planned.id();
    }

    private Comment comment(Optional<DeliverableId> deliverable, int second) {
        return new Comment(new CommentId(SeededIds.next()), campaign.id(), 1, deliverable, "Nice 👍", "user:ana", NOON.plusSeconds(second),
                Optional.empty());
    }

    private Comment added(Optional<DeliverableId> deliverable, int second) {
        Comment comment = comment(deliverable, second);
        does(() -> comments().add(comment));
        return comment;
    }
}
