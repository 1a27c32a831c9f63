package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of API keys does for those that present one. */
public abstract class PresentedKeysContract {

    private ApiKey key;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract ApiKeys keys();

    protected abstract PresentedKeys presented();

    /** Returns when what is written a moment later is written. */
    protected abstract void afterAMoment();

    @BeforeEach
    void aKey() {
        key = ApiKeysContract.key(newTeam(teams()), NOON);
        transactions().run(system(key.team()), "test", () -> keys().add(key));
    }

    @Test
    void a_key_of_any_team_is_found() {
        assertThat(presented().find(key.id())).contains(key);
        assertThat(presented().findNow(key.id())).contains(key);
    }

    @Test
    void an_unknown_key_is_not_found() {
        assertThat(presented().find(new ApiKeyId(SeededIds.next()))).isEmpty();
        assertThat(presented().findNow(new ApiKeyId(SeededIds.next()))).isEmpty();
    }

    @Test
    void a_key_is_found_now_as_it_is_now() {
        presented().find(key.id());
        ApiKey revoked = key.revoked(NOON);
        transactions().inTransaction(system(key.team()), "test", () -> keys().replace(revoked));

        assertThat(presented().findNow(key.id())).contains(revoked);
    }

    @Test
    void a_use_is_noted_and_another_one_within_the_minute_is_not() {
        PresentedKeys presented = presented();
        presented.noteUse(key, NOON.plusSeconds(5));
        presented.noteUse(key, NOON.plusSeconds(64));
        afterAMoment();

        assertThat(presented.findNow(key.id()).flatMap(ApiKey::lastUsedAt)).contains(NOON.plusSeconds(5));
    }

    @Test
    void a_change_does_not_forget_the_last_use() {
        presented().noteUse(key, NOON.plusSeconds(5));
        afterAMoment();
        transactions().inTransaction(system(key.team()), "test", () -> keys().replace(key.revoked(NOON)));

        assertThat(presented().findNow(key.id()).flatMap(ApiKey::lastUsedAt)).contains(NOON.plusSeconds(5));
    }
}
