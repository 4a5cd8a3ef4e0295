<?php
/**
 * The route of the bar's token-url, for a panel that has nothing but a session (docs/panel-integration.md). PHP 8.1 with curl and openssl.
 * @param array{endpoint: string, client: string, key: string, kid: string} $client 'key': the file of a P-256 private key, outside the web root
 * @param string|int|null $customer who has signed in, from the session and never from the browser; null, 0 or '' if nobody has
 * @param array<string, mixed> $claims what the panel knows for certain, such as 'auth_time': when the password was given
 */
function support_pin_answer(array $client, string|int|null $customer, array $claims = [], string $scope = ''): void
{
    $status = support_pin_own_page_asks() ? (empty($customer) ? 401 : 200) : 403;
    $token = $status === 200 ? support_pin_kept_token($client, $customer, $claims, $scope) : null;
    header('Content-Type: application/json', true, $status === 200 && $token === null ? 503 : $status);
    header('Cache-Control: no-store');
    echo json_encode((object) array_filter(['token' => $token]));
}

/** Browsers name the origin of the page that sends a POST, and no script can forge it. */
function support_pin_own_page_asks(): bool
{
    return $_SERVER['REQUEST_METHOD'] === 'POST' && preg_match('~^https?://(.+)$~D', $_SERVER['HTTP_ORIGIN'] ?? '', $of) && $of[1] === ($_SERVER['HTTP_HOST'] ?? '');
}

/** A token, which lives for five minutes, is kept in the session for four (ten seconds if the service has refused it); a failure, for half a minute. */
function support_pin_kept_token(array $client, string|int $customer, array $claims, string $scope): ?string
{
    $made = ['for' => hash('sha256', var_export([$client, $customer, $claims, $scope], true)), 'until' => time() + 30, 'token' => null];
    $kept = $_SESSION['support_pin'] ?? ['for' => ''];
    if ($kept['for'] !== $made['for'] || $kept['until'] - (isset($kept['token']) && ($_SERVER['HTTP_TOKEN_REFUSED'] ?? '') === 'true' ? 230 : 0) <= time()) {
        // A customer's pages wait for one another's session, so no lock on it is held while the service is asked.
        $reopens = session_status() === PHP_SESSION_ACTIVE && !headers_sent() && session_write_close();
        try {
            $made = ['token' => support_pin_token($client, $customer, $claims, $scope), 'until' => time() + 240] + $made;
        } catch (Throwable $e) {
            error_log('Support PIN: ' . $e->getMessage());
        }
        $now = $reopens && session_start(['use_cookies' => false]) ? ($_SESSION['support_pin'] ?? $kept) : $kept;
        [$kept, $_SESSION['support_pin']] = [$made, $made['token'] === null && $now !== $kept ? $now : $made];
    }
    return $kept['token'];
}

/** Signs a JWT (RFC 7523, ES256) and exchanges it (docs/identity.md). @throws RuntimeException with the reason, and no secret */
function support_pin_token(array $client, string|int $subject, array $claims = [], string $scope = ''): string
{
    $encode = fn (string $bytes): string => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    $who = ['iss' => $client['client'], 'sub' => (string) $subject, 'aud' => $client['endpoint'], 'exp' => time() + 60, 'jti' => bin2hex(random_bytes(16))];
    $signed = $encode(json_encode(['alg' => 'ES256', 'kid' => $client['kid']])) . '.' . $encode(json_encode($who + $claims));
    $key = openssl_pkey_get_private((string) @file_get_contents($client['key'])) ?: throw new RuntimeException('The private key cannot be read.');
    openssl_sign($signed, $der, $key, OPENSSL_ALGO_SHA256); // in DER; a JWS has 32 bytes of each of the two numbers (RFC 7518 §3.4)
    $number = fn (int $at): string => str_pad(ltrim(substr($der, $at + 2, ord($der[$at + 1])), "\0"), 32, "\0", STR_PAD_LEFT);
    $jwt = $signed . '.' . $encode($number(2) . $number(4 + ord($der[3])));
    $form = http_build_query(array_filter(['grant_type' => 'urn:ietf:params:oauth:grant-type:jwt-bearer', 'scope' => $scope, 'assertion' => $jwt]));
    $http = curl_init($client['endpoint']);
    curl_setopt_array($http, [CURLOPT_POSTFIELDS => $form, CURLOPT_RETURNTRANSFER => true, CURLOPT_CONNECTTIMEOUT => 3, CURLOPT_TIMEOUT => 8, CURLOPT_MAXFILESIZE => 99_999]);
    $answer = json_decode((string) curl_exec($http), true);
    $text = fn (string $name): ?string => is_string($answer[$name] ?? null) && preg_match('/^[ -~]+$/D', $answer[$name]) ? $answer[$name] : null;
    $token = curl_getinfo($http, CURLINFO_RESPONSE_CODE) === 200 ? $text('access_token') : null;
    return $token ?? throw new RuntimeException($text('error_description') ?? (curl_error($http) ?: 'HTTP ' . curl_getinfo($http, CURLINFO_RESPONSE_CODE)));
}
