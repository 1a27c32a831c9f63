package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.shared.CreatorId;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searches that were answered before: the bytes are kept, and what they say stays true. */
class SearchAgainStoryTest {

    private static final String QUESTION = "{\"filters\":{\"platforms\":[\"instagram\"]},\"limit\":2}";

    private Program program;
    private Program.Person ana;
    private Caller caller;
    private CreatorId verde;

    @BeforeEach
    void start() {
        program = new Program();
        ana = program.person("ana");
        caller = new Caller(program, ana.key());
        verde = program.inCatalogue("ana.verde", new Facts.Stated<>(Fact.FOLLOWERS, 84_500L), new Facts.Stated<>(Fact.NAME, "Ana Verde"));
        program.inCatalogue("bia", new Facts.Stated<>(Fact.FOLLOWERS, 10L));
        program.inCatalogue("caio", new Facts.Stated<>(Fact.FOLLOWERS, 10L));
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private HttpResponse<String> search(Caller who) {
        HttpResponse<String> answer = who.plain("/creators/search", QUESTION);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    @Test
    void the_same_search_is_answered_with_the_same_bytes() {
        HttpResponse<String> first = search(caller);
        assertThat(search(caller).body()).isEqualTo(first.body());
        assertThat(at(first, "/items")).hasSize(2);
    }

    @Test
    void what_the_team_unlocked_meanwhile_is_shown_as_unlocked() {
        assertThat(unlocked(search(caller))).isFalse();
        assertThat(caller.post("/creators/" + verde + "/unlock", "").statusCode()).isEqualTo(201);
        assertThat(unlocked(search(caller))).isTrue();
        assertThat(unlocked(search(new Caller(program, program.person("bruno").key())))).as("by another team").isFalse();
    }

    private boolean unlocked(HttpResponse<String> answer) {
        for (var item : at(answer, "/items")) {
            if (item.get("creator_id").asText().equals(verde.toString())) {
                return item.at("/creator/unlocked").asBoolean();
            }
        }
        throw new AssertionError(answer.body());
    }

    @Test
    void the_cursor_of_each_team_is_its_own() {
        HttpResponse<String> mine = search(caller);
        HttpResponse<String> theirs = search(new Caller(program, program.person("bruno").key()));
        assertThat(text(mine, "/ranking_id")).isNotEqualTo(text(theirs, "/ranking_id"));
        assertThat(text(mine, "/next_cursor")).isNotEqualTo(text(theirs, "/next_cursor"));
    }

    @Test
    void a_changed_creator_is_shown_as_it_is_now() {
        String before = search(caller).body();
        program.inCatalogue("dora", new Facts.Stated<>(Fact.FOLLOWERS, 84_501L), new Facts.Stated<>(Fact.NAME, "Dora"));
        assertThat(search(caller).body()).isNotEqualTo(before);
        assertThat(at(search(caller), "/total").asInt()).isEqualTo(4);
    }
}
