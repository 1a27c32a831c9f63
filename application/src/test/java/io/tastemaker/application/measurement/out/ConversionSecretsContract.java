package io.tastemaker.application.measurement.out;

import static io.tastemaker.application.measurement.out.MeasurementStores.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.measurement.ConversionSecret;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of shops' secrets does. */
public abstract class ConversionSecretsContract {

    private MeasurementStores stores;
    private ConversionSecrets secrets;

    protected abstract MeasurementStores open();

    @BeforeEach
    void openStores() {
        stores = open();
        secrets = stores.places.secrets();
    }

    @Test
    void the_newest_comes_first_and_what_is_not_kept_is_gone() {
        ConversionSecret first = secret(1, new byte[] {1, 2});
        ConversionSecret second = secret(2, new byte[] {3});
        keep(stores.team, first);
        keep(stores.team, first.replaced(second(2)), second);

        List<ConversionSecret> kept = stores.read(stores.team, () -> secrets.all(stores.id()));
        assertThat(kept).extracting(ConversionSecret::id).containsExactly(second.id(), first.id());
        assertThat(kept.getLast().sealed()).containsExactly(1, 2);
        assertThat(kept.getLast().endsAt()).isEqualTo(first.replaced(second(2)).endsAt());
        assertThat(kept.getFirst().endsAt()).isEmpty();
        assertThat(stores.write(stores.team, () -> secrets.lock(stores.id()))).hasSize(2);

        keep(stores.team, second);
        assertThat(stores.read(stores.team, () -> secrets.all(stores.id()))).extracting(ConversionSecret::id).containsExactly(second.id());
    }

    @Test
    void another_team_sees_and_keeps_none() {
        keep(stores.team, secret(1, new byte[] {1}));
        assertThat(stores.read(stores.other, () -> secrets.all(stores.id()))).isEmpty();
        assertThatThrownBy(() -> keep(stores.other, secret(2, new byte[] {2}))).isInstanceOf(RuntimeException.class);
        assertThat(stores.read(stores.team, () -> secrets.all(stores.id()))).hasSize(1);
    }

    private void keep(TeamId writer, ConversionSecret... kept) {
        stores.write(writer, () -> {
            secrets.keep(stores.id(), List.of(kept));
            return true;
        });
    }

    private ConversionSecret secret(int second, byte[] sealed) {
        return new ConversionSecret(SeededIds.next(), stores.id(), sealed, second(second), Optional.empty());
    }
}
