// A day with the client that is generated for TypeScript: the panel's half, the agent's and the auditor's.
import { AgentApi, Configuration, OperationsApi, PanelApi, ResponseError } from "../target/typescript/src";

declare const process: { env: Record<string, string> };

const as = (token: string) => new Configuration({ basePath: process.env.SUPPORT_PIN, accessToken: process.env[token] });

async function day() {
  const panel = new PanelApi(as("CUSTOMER_TOKEN"));
  const agent = new AgentApi(as("AGENT_TOKEN"));
  const auditor = new OperationsApi(as("AUDITOR_TOKEN"));
  const verify = (pin: string) =>
    agent.verifyCaller({ verificationRequest: { customerId: "1001", pin, callReference: "call-1" } });

  console.log((await panel.getSupportPin()).status);
  await panel.activate();
  const view = await panel.getSupportPin();
  if (view.status !== "active") {
    throw new Error("it is not active");
  }

  try {
    await verify(view.pin === "000000" ? "000001" : "000000");
  } catch (error) {
    if (!(error instanceof ResponseError)) {
      throw error;
    }
    const problem = await error.response.json();
    console.log(`wrong PIN: ${error.response.status}, ${problem.attemptsLeft} left`);
  }
  const { verificationId, actions } = await verify(view.pin);
  console.log(`verified for ${actions.size} actions`);

  const change = { op: "upsert", name: "shop", type: "A", records: ["195.251.255.20"] };
  const action = await agent.requestAction({
    verificationId,
    idempotencyKey: "first",
    actionRequest: { action: "change-dns-records", parameters: { domain: "papadopoulou.gr", changes: [change] } },
  });
  // The name of the action determines the type of its result.
  if (action.action === "change-dns-records") {
    const set = action.result?.recordSets[0];
    console.log(`${action.status}: ${set?.name} ${set?.type} ${set?.after?.records.join(" ")}`);
  }
  await agent.endVerification({ verificationId });

  const seen = (events: { type: string }[]) => (events.some(({ type }) => type === "action-finished") ? "yes" : "no");
  console.log(`the customer sees it: ${seen((await panel.getActivity()).events)}`);
  console.log(`the auditor sees it: ${seen((await auditor.getAuditEvents({ customerId: "1001" })).events)}`);
}

void day();
