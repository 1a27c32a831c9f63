package io.tastemaker.adapters.integrations.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.integrations.standin.Mischief;
import io.tastemaker.adapters.integrations.standin.StandInAccount;
import io.tastemaker.adapters.integrations.standin.StandInCreatorSource;
import io.tastemaker.application.content.out.CreatorSource;
import io.tastemaker.application.content.out.CreatorSource.Reason;
import io.tastemaker.application.content.out.CreatorSourceContract;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.shared.Platform;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Decodo as a source like any other. */
class DecodoSourceTest extends CreatorSourceContract {

    private final HandClock clock = new HandClock();
    private final StandInCreatorSource standIn = new StandInCreatorSource(clock);
    private final DecodoSource source = new DecodoSource(standIn.settings(), clock, Decodo.limits(Duration.ofSeconds(2), 1),
            new HandPauses(), bound -> 0);

    @AfterEach
    void close() {
        source.close();
        standIn.close();
    }

    @Override
    protected CreatorSource source() {
        return source;
    }

    @Override
    protected HandClock clock() {
        return clock;
    }

    @Override
    protected void shows(Account account) {
        standIn.shows(new StandInAccount(account.handle(), account.name(), account.biography(), Optional.empty(), Optional.empty(),
                Optional.empty(), account.followers(), account.postsCount(), account.verified(), account.hidden(),
                account.posts().stream().map(post -> new StandInAccount.Shown(post.code(), post.at(), post.caption(), post.likes(),
                        post.comments(), Optional.empty())).toList(), account.similar()));
    }

    @Override
    protected void fails(Reason reason) {
        standIn.always(switch (reason) {
            case TIMEOUT -> Mischief.HANG;
            case UNREACHABLE -> Mischief.RESET;
            case FAILED -> Mischief.ERROR;
            case RATE_LIMITED -> Mischief.TOO_MANY;
            case REJECTED -> Mischief.UNAUTHORIZED;
            case UNUSABLE_ANSWER -> Mischief.HTML;
            case NOT_CONFIGURED, BREAKER_OPEN, BUSY -> throw new IllegalArgumentException(reason + " does not come from there");
        });
    }

    @Override
    protected void recovers() {
        standIn.behaves();
    }

    @Override
    protected int timesAsked() {
        return standIn.asked().size();
    }

    @Test
    void it_is_called_decodo_and_knows_instagram_only() {
        assertThat(source.name()).isEqualTo("decodo");
        assertThat(source.platforms()).containsExactly(Platform.INSTAGRAM);
    }
}
