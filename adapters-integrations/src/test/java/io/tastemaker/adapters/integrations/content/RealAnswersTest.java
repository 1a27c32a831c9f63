package io.tastemaker.adapters.integrations.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tastemaker.adapters.integrations.content.AnswerReader.Read;
import io.tastemaker.application.content.out.CreatorSource.Profile;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Answers that were really given, which lie beside the repository on development machines. */
class RealAnswersTest {

    @Test
    void an_answer_of_instagrams_own_pages() throws IOException {
        Profile profile = told("graphql_web_profile_instagram_cut.json", "instagram");

        assertThat(profile.facts().value(Fact.FOLLOWERS)).contains(681_740_829L);
        assertThat(profile.facts().value(Fact.VERIFIED)).contains(true);
        assertThat(profile.facts().value(Fact.NAME)).contains("Instagram");
        assertThat(profile.facts().value(Fact.WEBSITE)).isPresent();
        assertThat(profile.facts().value(Fact.CATEGORIES)).contains(Set.of(Category.LIFESTYLE));
        assertThat(profile.facts().value(Fact.EMAIL)).isEmpty();
        assertThat(profile.faults()).isEmpty();
    }

    @Test
    void an_answer_of_a_parser() throws IOException {
        Profile profile = told("smartproxy_readme_1.json", "nba");

        assertThat(profile.facts().value(Fact.FOLLOWERS)).contains(76_500_000L);
        assertThat(profile.facts().value(Fact.POSTS_COUNT)).contains(56_793L);
        assertThat(profile.facts().value(Fact.VERIFIED)).contains(true);
        assertThat(profile.posts()).extracting(PostDraft::key).containsExactly("CpCLWcSMTxa", "CpCLT9Ps1CP");
        assertThat(profile.related()).extracting(other -> other.handle().name()).containsExactly("houseofhighlights", "sportscenter");
        assertThat(profile.faults()).isEmpty();
    }

    @Test
    void an_answer_of_the_graph_api() throws IOException {
        Profile profile = told("graph_business_discovery.json", "whoever.it.was");

        assertThat(profile.facts().value(Fact.FOLLOWERS)).contains(14_759_582L);
        assertThat(profile.facts().value(Fact.POSTS_COUNT)).contains(1_455L);
        assertThat(profile.posts()).hasSize(25).allSatisfy(post -> assertThat(post.counts().likes()).isPresent());
        assertThat(profile.facts().value(Fact.AVERAGE_LIKES)).isPresent();
        assertThat(profile.facts().value(Fact.LAST_POST_ON)).isEmpty();
        assertThat(profile.faults()).hasSize(1);
    }

    @Test
    void an_answer_about_somebody_else_is_none() throws IOException {
        assertThat(read("smartproxy_readme_1.json", "instagram")).isInstanceOf(Read.Nothing.class);
    }

    private static Profile told(String file, String handle) throws IOException {
        Read read = read(file, handle);
        assertThat(read).isInstanceOf(Read.Told.class);
        return ((Read.Told) read).profile();
    }

    private static Read read(String file, String handle) throws IOException {
        Path path = Path.of(System.getProperty("project.root", ".."), "..", "shared", "data", "api", "instagram", file);
        assumeTrue(Files.exists(path), "skipped: " + file + " is not beside the repository");
        return AnswerReader.read(Files.readAllBytes(path), new Handle(Platform.INSTAGRAM, handle), HandClock.START);
    }
}
