package io.tastemaker.application.webhooks.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.webhooks.out.EndpointFixtures.launched;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.webhooks.out.Courier.Brought;
import io.tastemaker.application.webhooks.out.Courier.Objection;
import io.tastemaker.application.webhooks.out.Courier.Parcel;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What all couriers do. */
public abstract class CourierContract {

    /** As it is shown to people. */
    protected static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    protected abstract Courier courier();

    /** The URL of a receiver that may be called. */
    protected abstract String receiver();

    /** Lets the receiver answer so from now on. */
    protected abstract void answers(int status, Optional<Duration> retryAfter);

    protected final Parcel parcel(String url) {
        return new Parcel(url, List.of(SECRET), new UUID(1, 2), new TeamId(new UUID(3, 4)), launched(), NOON, NOON.plusSeconds(9));
    }

    @Test
    void the_status_of_the_answer_is_told() {
        for (int status : List.of(200, 204, 302, 404, 410, 500)) {
            answers(status, Optional.empty());
            assertThat(courier().bring(parcel(receiver()))).isEqualTo(new Brought.Answered(status, Optional.empty()));
        }
    }

    @Test
    void a_wish_to_be_left_alone_is_told() {
        answers(503, Optional.of(Duration.ofSeconds(120)));
        assertThat(courier().bring(parcel(receiver()))).isEqualTo(new Brought.Answered(503, Optional.of(Duration.ofSeconds(120))));
    }

    @Test
    void what_may_not_be_called_is_said_before_and_never_called() {
        assertThat(courier().objection("not a URL")).contains(Objection.NOT_A_URL);
        assertThat(courier().objection("ftp://hooks.example.com/")).contains(Objection.SCHEME);
        assertThat(courier().objection("https://127.0.0.1/")).contains(Objection.ADDRESS);
        assertThat(courier().objection(receiver())).isEmpty();
        assertThat(courier().bring(parcel("https://127.0.0.1/"))).isEqualTo(new Brought.Refused(Objection.ADDRESS));
    }
}
