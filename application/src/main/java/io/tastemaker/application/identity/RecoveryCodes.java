package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Factors;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.domain.identity.RecoveryCode;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes recovery codes and keeps their hashes. Works inside platform transactions. */
final class RecoveryCodes {

    private final Factors factors;
    private final Tokens tokens;

    RecoveryCodes(Factors factors, Tokens tokens) {
        this.factors = factors;
        this.tokens = tokens;
    }

    /** New codes, which take the place of the old; to be shown once. */
    List<RecoveryCode> renew(UserId user, Instant now) {
        List<RecoveryCode> codes = Stream.generate(() -> RecoveryCode.of(Sha256.bytes(tokens.next(), RecoveryCode.BYTES)))
                .limit(RecoveryCode.SET).toList();
        factors.replaceRecoveryCodes(user, codes.stream().map(code -> Sha256.hex(code.value())).collect(Collectors.toSet()), now);
        return codes;
    }
}
