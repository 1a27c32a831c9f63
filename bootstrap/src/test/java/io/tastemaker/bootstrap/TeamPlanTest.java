package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TeamPlanTest {

    private static IsolationDatabase database;
    private static CommandLine line;

    @BeforeAll
    static void open() {
        database = IsolationDatabase.fresh();
        Map<String, String> settings = database.settings();
        settings.remove("TASTEMAKER_PLAN_OF_NEW_TEAMS");
        line = new CommandLine(settings);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void plans_are_listed_with_price_and_seats() {
        assertThat(line.said("plan", "list")).startsWith("0 ").contains("free@1  ", " 1 seat, for new teams\n", "standard@1  ", " 2 seats\n",
                "premium@1  ", " 5 seats\n");
    }

    @Test
    void a_team_is_put_on_a_plan_at_once() {
        String team = line.newTeam("Now");
        assertThat(line.said("plan", "show", team)).isEqualTo("0 free@1\n");

        assertThat(line.said("plan", "set", team, "standard")).isEqualTo("0 Team " + team + " is on standard@1.\n");
        assertThat(line.said("plan", "show", team)).isEqualTo("0 standard@1\n");
    }

    @Test
    void a_team_is_put_on_a_plan_when_its_period_ends() {
        String team = line.newTeam("Later");

        assertThat(line.said("plan", "set", team, "premium", "--at-period-end"))
                .isEqualTo("0 Team " + team + " will be on premium@1 from its next period on.\n");
        assertThat(line.said("plan", "show", team)).isEqualTo("0 free@1\n");
    }

    @Test
    void what_is_not_there_is_said() {
        String team = line.newTeam("Here");
        String nobody = "0195f000-0000-7000-8000-00000000dead";

        assertThat(line.said("plan", "set", team, "golden")).isEqualTo("1 There is no plan 'golden'. There is free, premium, standard.\n");
        assertThat(line.said("plan", "set", nobody, "standard")).isEqualTo("1 There is no team " + nobody + "\n");
        assertThat(line.said("plan", "show", nobody)).isEqualTo("1 There is no team " + nobody + "\n");
    }

    @Test
    void arguments_that_are_not_understood_are_refused() {
        assertThat(line.said("plan")).startsWith("2 ").contains("list, show, set", "Usage: ./run plan");
        assertThat(line.said("plan", "give")).startsWith("2 ");
        assertThat(line.said("plan", "show")).startsWith("2 ").contains("the team's id is missing");
        assertThat(line.said("plan", "show", "everybody")).startsWith("2 ").contains("no team's id: everybody");
        assertThat(line.said("plan", "set", "operator", "standard")).startsWith("2 ").contains("no team's id: operator");
        assertThat(line.said("plan", "set", "0195f000-0000-7000-8000-00000000dead")).startsWith("2 ").contains("the plan is missing");
        assertThat(line.said("plan", "list", "--at-once")).startsWith("2 ").contains("--at-once");
    }
}
