package org.supportpin.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.domain.pin.WrappedKey;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/** What KMS says of one ciphertext is one customer's trouble; what it says of a key or of the caller is everybody's (V2). */
class KmsDataKeysTest {

    private static final SecretContext CONTEXT = new SecretContext("hoster", new CustomerId("4711"), 1, Purpose.RECORD);
    private static final WrappedKey WRAPPED = new WrappedKey(new Ciphertext(new byte[8]), "current");

    private final List<DecryptRequest> calls = new ArrayList<>();

    private KmsDataKeys answering(RuntimeException answer) {
        return new KmsDataKeys(
                new KmsClient() {
                    @Override
                    public DecryptResponse decrypt(DecryptRequest request) {
                        calls.add(request);
                        throw answer;
                    }

                    @Override
                    public String serviceName() {
                        return "kms";
                    }

                    @Override
                    public void close() {}
                },
                "current",
                Set.of("earlier"));
    }

    private static RuntimeException denied(@Nullable String message) {
        return KmsException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDeniedException")
                        .errorMessage(message)
                        .build())
                .build();
    }

    static Stream<RuntimeException> ofOneCustomer() {
        return Stream.of(
                InvalidCiphertextException.builder().build(),
                IncorrectKeyException.builder().build(),
                denied(
                        "The ciphertext refers to a customer master key that does not exist, does not exist in this region,"
                                + " or you are not allowed to access."),
                denied(null));
    }

    static Stream<RuntimeException> ofAll() {
        return Stream.of(
                denied("User: arn:aws:sts::111122223333:assumed-role/r/f is not authorized to perform: kms:Decrypt on"
                        + " resource: arn:aws:kms:eu-central-1:111122223333:key/1"),
                DisabledException.builder().build(),
                KmsInvalidStateException.builder().build(),
                NotFoundException.builder().build(),
                KmsException.builder().build(),
                SdkClientException.create("the connection was cut"));
    }

    @ParameterizedTest
    @MethodSource("ofOneCustomer")
    void whatKmsSaysOfACiphertextIsOneCustomersTrouble(RuntimeException answer) {
        assertThatExceptionOfType(SecretDoesNotOpen.class)
                .isThrownBy(() -> answering(answer).open(WRAPPED, CONTEXT))
                .satisfies(e -> assertThat(e.purpose()).isEqualTo(Purpose.RECORD));
    }

    @ParameterizedTest
    @MethodSource("ofAll")
    void whatKmsSaysOfAKeyOrOfTheCallerIsEverybodys(RuntimeException answer) {
        assertThatExceptionOfType(KeysUnavailable.class)
                .isThrownBy(() -> answering(answer).open(WRAPPED, CONTEXT));
    }

    @Test
    void itIsOpenedWithTheKeyThatIsStored() {
        var earlier = new WrappedKey(WRAPPED.bytes(), "earlier");

        assertThatExceptionOfType(KeysUnavailable.class)
                .isThrownBy(() -> answering(DisabledException.builder().build()).open(earlier, CONTEXT));
        assertThat(calls).singleElement().extracting(DecryptRequest::keyId).isEqualTo("earlier");
    }

    @Test
    void ofAKeyThatIsNotAllowedKmsIsNotAsked() {
        var foreign = new WrappedKey(WRAPPED.bytes(), "foreign");

        assertThatExceptionOfType(SecretDoesNotOpen.class)
                .isThrownBy(() -> answering(DisabledException.builder().build()).open(foreign, CONTEXT));
        assertThat(calls).isEmpty();
    }
}
