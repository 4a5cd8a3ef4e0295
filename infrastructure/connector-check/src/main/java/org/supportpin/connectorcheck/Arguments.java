package org.supportpin.connectorcheck;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.supportpin.command.Options;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.identity.CustomerId;

/** The options of the command, {@code --name=value} each. An empty value counts as none, because Maven passes them all. */
record Arguments(Map<Option, String> values) {

    /** What can be given. */
    enum Option {
        /** The connector's name, as in the deployment. */
        CONNECTOR,
        /** Of a connector for several interfaces, the one to check: billing, dns, registrar, hosting or mail. */
        INTERFACE,
        /** The file with the settings, the JSON object of the deployment. */
        SETTINGS,
        /** A folder with the secrets, one file each. */
        SECRETS,
        /** Whose the things that are looked up should be. */
        CUSTOMER,
        DOMAIN,
        CONTACT,
        PACKAGE,
        PRODUCT,
        SERVICE,
        ORDER;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String USAGE = """
            Reads a real system through a connector, never writes, and says whether it fits.

              mvn -Pconnector-check -Dconnector=NAME -Dsettings=FILE

              -Dconnector=NAME   powerdns, plesk, epp, whmcs, webhook, smtp or ses
              -Dsettings=FILE    the connector's settings, the same JSON object as in the deployment
              -Dinterface=NAME   only this interface of plesk or webhook: billing, dns, registrar, hosting or mail
              -Dsecrets=FOLDER   the secrets: ssm:/support-pin/key is the file FOLDER/support-pin/key;
                                 without a folder, the variable CONNECTOR_SECRET_SUPPORT_PIN_KEY
              -Ddomain= -Dcontact= -Dpackage= -Dproduct= -Dservice= -Dorder=   what to look up
              -Dcustomer=        whose these are
            """;

    Arguments {
        values = Map.copyOf(values);
    }

    /** Reads them, or says what is wrong with the first wrong one, without its value. */
    static Checked<Arguments> parse(List<String> arguments) {
        return Options.read(arguments, Option.class, Option::text).flatMap(Arguments::of);
    }

    private static Checked<Arguments> of(Map<Option, String> values) {
        if (!values.containsKey(Option.CONNECTOR) || !values.containsKey(Option.SETTINGS)) {
            return Checked.faulty("Give -Dconnector and -Dsettings.");
        }
        var customer = values.get(Option.CUSTOMER);
        return customer != null && CustomerId.parse(customer) instanceof Faulty<CustomerId>(var faults)
                ? Checked.faulty("-Dcustomer is wrong: " + faults.getFirst().message())
                : Checked.valid(new Arguments(values));
    }

    Optional<String> get(Option option) {
        return Optional.ofNullable(values.get(option));
    }

    String required(Option option) {
        return get(option).orElseThrow();
    }
}
