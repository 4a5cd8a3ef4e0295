package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the preview of every action, whatever system is behind it. */
final class Previews {

    private Previews() {}

    /** The preview of an action that is possible: the same each time. */
    static Answer show(AgentSteps agent, String verification, String action, String parameters) {
        var shown = agent.preview(verification, action, parameters).is(200);

        assertThat(agent.preview(verification, action, parameters).is(200).body())
                .isEqualTo(shown.body());
        return shown;
    }

    /** Previews an action and has it done: the preview's changes, risk and amount are those of what was done. Returns the action. */
    static Answer showWhatIsDone(
            AgentSteps agent, CustomerSteps customer, String verification, String action, String parameters) {
        var shown = agent.preview(verification, action, parameters).is(200);

        var done = agent.act(verification, action, parameters).is(201);

        var finished = customer.activity().body().at("/events/0/details");
        assertThat(done.text("status")).as(done.body().toString()).isEqualTo("succeeded");
        assertThat(finished.path("action").asText()).isEqualTo(action);
        assertThat(shown.text("risk")).isEqualTo(done.text("risk"));
        assertThat(shown.body().path("amountDue")).isEqualTo(done.body().at("/result/amountDue"));
        assertThat(shown.body().path("changes")).isNotEmpty();
        // The agent's words about it are part of the record alone.
        assertThat(shown.body().path("changes").toString())
                .isEqualTo(finished.path("changes").toString().replaceAll(",\"note\":\"[^\"]*\"", ""));
        return done;
    }

    /** The preview about another customer's thing is that about one that does not exist. */
    static void hide(AgentSteps agent, String verification, String action, String elsewhere, String nowhere) {
        var others = agent.preview(verification, action, elsewhere).isProblem(422, "action-refused");
        var nobodys = agent.preview(verification, action, nowhere).isProblem(422, "action-refused");

        assertThat(others.besidesRequestId()).isEqualTo(nobodys.besidesRequestId());
    }
}
