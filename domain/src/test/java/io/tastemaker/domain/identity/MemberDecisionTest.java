package io.tastemaker.domain.identity;

import static io.tastemaker.domain.access.Role.ADMIN;
import static io.tastemaker.domain.access.Role.MANAGER;
import static io.tastemaker.domain.access.Role.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.access.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberDecisionTest {

    @Test
    void who_may_give_whom_which_role() {
        List<String> table = new ArrayList<>();
        for (Role by : Role.values()) {
            for (Role now : Role.values()) {
                StringBuilder line = new StringBuilder(by + " changes " + now + ":");
                for (Role wanted : Role.values()) {
                    line.append(' ').append(word(MemberDecision.onChange(by, false, now, wanted)));
                }
                table.add(line.toString());
            }
        }

        assertThat(table).containsExactly(
                "MEMBER changes MEMBER: ADMIN ADMIN ADMIN OWNER",
                "MEMBER changes MANAGER: ADMIN ADMIN ADMIN OWNER",
                "MEMBER changes ADMIN: ADMIN ADMIN ADMIN OWNER",
                "MEMBER changes OWNER: OWNER OWNER OWNER OWNER",
                "MANAGER changes MEMBER: ADMIN ADMIN ADMIN OWNER",
                "MANAGER changes MANAGER: ADMIN ADMIN ADMIN OWNER",
                "MANAGER changes ADMIN: ADMIN ADMIN ADMIN OWNER",
                "MANAGER changes OWNER: OWNER OWNER OWNER OWNER",
                "ADMIN changes MEMBER: yes yes yes OWNER",
                "ADMIN changes MANAGER: yes yes yes OWNER",
                "ADMIN changes ADMIN: yes yes yes OWNER",
                "ADMIN changes OWNER: OWNER OWNER OWNER OWNER",
                "OWNER changes MEMBER: yes yes yes transfer",
                "OWNER changes MANAGER: yes yes yes transfer",
                "OWNER changes ADMIN: yes yes yes transfer",
                "OWNER changes OWNER: stays stays stays yes");
    }

    @Test
    void who_may_remove_whom() {
        List<String> table = new ArrayList<>();
        for (Role by : Role.values()) {
            StringBuilder line = new StringBuilder(by + ":");
            for (Role now : Role.values()) {
                line.append(' ').append(word(MemberDecision.onRemoval(by, false, now)));
            }
            table.add(line.append(" self ").append(word(MemberDecision.onRemoval(by, true, by))).toString());
        }

        assertThat(table).containsExactly(
                "MEMBER: ADMIN ADMIN ADMIN OWNER self yes",
                "MANAGER: ADMIN ADMIN ADMIN OWNER self yes",
                "ADMIN: yes yes yes OWNER self yes",
                "OWNER: yes yes yes stays self stays");
    }

    @Test
    void nobody_is_invited_above_who_invites_or_as_the_owner() {
        assertThat(List.of(Role.values()).stream().map(role -> word(MemberDecision.onInvitation(MANAGER, role))))
                .containsExactly("ADMIN", "ADMIN", "ADMIN", "OWNER");
        assertThat(List.of(Role.values()).stream().map(role -> word(MemberDecision.onInvitation(ADMIN, role))))
                .containsExactly("yes", "yes", "yes", "OWNER");
        assertThat(List.of(Role.values()).stream().map(role -> word(MemberDecision.onInvitation(OWNER, role))))
                .containsExactly("yes", "yes", "yes", "OWNER");
    }

    private static String word(MemberDecision decision) {
        return switch (decision) {
            case MemberDecision.Allowed() -> "yes";
            case MemberDecision.Transfer() -> "transfer";
            case MemberDecision.Outranked(Role required) -> required.name();
            case MemberDecision.OwnerStays() -> "stays";
        };
    }
}
