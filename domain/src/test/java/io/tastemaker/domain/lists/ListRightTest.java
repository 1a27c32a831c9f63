package io.tastemaker.domain.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ListRightTest {

    private static final TeamId TEAM = new TeamId(new UUID(1, 1));
    private static final UserId WHO = new UserId(new UUID(2, 2));
    private static final ListId LIST = new ListId(new UUID(4, 4));
    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    @ParameterizedTest(name = "{0} of a list for {1}, made by {2}, shared for {3}: {4}")
    @CsvSource(textBlock = """
            MEMBER,  TEAM,    another, -,    READ
            MEMBER,  TEAM,    another, READ, READ
            MEMBER,  TEAM,    another, EDIT, READ
            MEMBER,  TEAM,    self,    -,    READ
            MEMBER,  PRIVATE, another, -,    NONE
            MEMBER,  PRIVATE, another, READ, READ
            MEMBER,  PRIVATE, another, EDIT, READ
            MEMBER,  PRIVATE, self,    -,    READ
            MANAGER, TEAM,    another, -,    EDIT
            MANAGER, TEAM,    another, READ, EDIT
            MANAGER, TEAM,    another, EDIT, EDIT
            MANAGER, TEAM,    self,    -,    MANAGE
            MANAGER, PRIVATE, another, -,    NONE
            MANAGER, PRIVATE, another, READ, READ
            MANAGER, PRIVATE, another, EDIT, EDIT
            MANAGER, PRIVATE, self,    -,    MANAGE
            ADMIN,   TEAM,    another, -,    MANAGE
            ADMIN,   TEAM,    another, READ, MANAGE
            ADMIN,   PRIVATE, another, -,    NONE
            ADMIN,   PRIVATE, another, READ, READ
            ADMIN,   PRIVATE, another, EDIT, EDIT
            ADMIN,   PRIVATE, self,    -,    MANAGE
            OWNER,   TEAM,    another, -,    MANAGE
            OWNER,   PRIVATE, another, -,    MANAGE
            OWNER,   PRIVATE, another, READ, MANAGE
            OWNER,   PRIVATE, self,    -,    MANAGE
            """)
    void a_person_has_the_greatest_right_that_somebody_gave(
            Role role, TeamList.Visibility visibility, String maker, String shared, ListRight right) {
        Actor actor = new Actor.User(WHO, TEAM, role, new SessionId(new UUID(3, 3)));
        assertThat(ListRight.of(actor, list(visibility, maker.equals("self") ? actor : other()), shared(shared))).isEqualTo(right);
    }

    @ParameterizedTest(name = "a key of {0} of a list for {1}, made by {2}: {3}")
    @CsvSource(textBlock = """
            MEMBER,  TEAM,    another, READ
            MEMBER,  PRIVATE, another, NONE
            MEMBER,  PRIVATE, self,    READ
            MANAGER, TEAM,    another, EDIT
            MANAGER, TEAM,    self,    MANAGE
            MANAGER, PRIVATE, another, NONE
            MANAGER, PRIVATE, self,    MANAGE
            """)
    void a_key_stands_for_its_role_and_for_what_it_made(Role role, TeamList.Visibility visibility, String maker, ListRight right) {
        Actor key = new Actor.Key(new ApiKeyId(new UUID(5, 5)), TEAM, role, EnumSet.allOf(Scope.class));
        TeamList list = list(visibility, maker.equals("self") ? key : other());
        assertThat(ListRight.of(key, list, Optional.empty())).isEqualTo(right);
        assertThat(ListRight.of(key, list, shared("EDIT"))).as("nobody shares with a key").isEqualTo(right);
    }

    @ParameterizedTest
    @EnumSource(TeamList.Visibility.class)
    void operators_and_the_program_manage_every_list(TeamList.Visibility visibility) {
        assertThat(ListRight.of(new Actor.Operator("root", TEAM), list(visibility, other()), Optional.empty())).isEqualTo(ListRight.MANAGE);
        assertThat(ListRight.of(new Actor.System("exports", TEAM), list(visibility, other()), Optional.empty())).isEqualTo(ListRight.MANAGE);
    }

    /** The store asks the one when it lists and the other when it shows: they must not differ. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void who_sees_all_has_a_right_to_what_is_hidden_and_nobody_else(Role role) {
        Actor actor = new Actor.User(WHO, TEAM, role, new SessionId(new UUID(3, 3)));
        boolean knows = ListRight.of(actor, list(TeamList.Visibility.PRIVATE, other()), Optional.empty()).covers(ListRight.READ);
        assertThat(ListRight.seesAll(actor)).isEqualTo(knows);
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "MANAGE"})
    void nothing_but_reading_and_editing_is_shared(ListRight right) {
        assertThatThrownBy(() -> new ListCollaborator(LIST, WHO, right, "user:x", NOON, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_right_includes_the_ones_before() {
        ListRight[] all = ListRight.values();
        for (int one = 0; one < all.length; one++) {
            for (int other = 0; other < all.length; other++) {
                assertThat(all[one].covers(all[other])).isEqualTo(one >= other);
            }
        }
    }

    private static Actor other() {
        return new Actor.User(new UserId(new UUID(9, 9)), TEAM, Role.MANAGER, new SessionId(new UUID(3, 4)));
    }

    private static TeamList list(TeamList.Visibility visibility, Actor maker) {
        return TeamList.begin(LIST, TEAM, new TeamList.Look("Spring", "", visibility, ListForm.PLAIN), maker.label(), NOON);
    }

    private static Optional<ListCollaborator> shared(String right) {
        return right.equals("-") ? Optional.empty()
                : Optional.of(new ListCollaborator(LIST, WHO, ListRight.valueOf(right), "user:x", NOON, 1));
    }
}
