; Inno Setup 6: the Windows installer.
;   iscc /DVersion=0.1.0 packaging\windows\faceswap-gui.iss
; It packs dist\faceswap-gui, which PyInstaller has built from build_installer.spec.

#ifndef Version
  #error Say which version: iscc /DVersion=0.1.0 …
#endif

[Setup]
AppId={{6C0E8B61-6E0F-4B7C-9D6C-6A1F0C7B9E52}
AppName=Face Swap
AppVersion={#Version}
AppPublisher=The faceswap_gui authors
DefaultDirName={autopf}\Face Swap
DefaultGroupName=Face Swap
; For the person alone unless they ask otherwise: no administrator is needed.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\icons\faceswap-gui.ico
UninstallDisplayIcon={app}\faceswap-studio.exe
OutputDir=..\..\dist
OutputBaseFilename=faceswap-gui-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
ChangesEnvironment=yes
WizardStyle=modern

[Tasks]
Name: path; Description: "Let terminals find the faceswap-gui command"; Flags: unchecked
Name: desktop; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "..\..\dist\faceswap-gui\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "..\..\NOTICE"; DestDir: "{app}"
Source: "..\..\LICENSE"; DestDir: "{app}"

[Icons]
Name: "{group}\Face Swap"; Filename: "{app}\faceswap-studio.exe"
Name: "{autodesktop}\Face Swap"; Filename: "{app}\faceswap-studio.exe"; Tasks: desktop

[Registry]
; Projects open with the window, unless another program has them already: F# names its projects so too.
Root: HKA; Subkey: "Software\Classes\.fsproj"; ValueType: string; ValueData: "FaceSwap.Project"; Flags: uninsdeletevalue; Check: NobodysProjects
Root: HKA; Subkey: "Software\Classes\.fsproj\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Project"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\FaceSwap.Project"; ValueType: string; ValueData: "Face Swap project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\FaceSwap.Project\DefaultIcon"; ValueType: string; ValueData: "{app}\faceswap-studio.exe,0"
Root: HKA; Subkey: "Software\Classes\FaceSwap.Project\shell\open\command"; ValueType: string; ValueData: """{app}\faceswap-studio.exe"" ""%1"""
; Pictures stay with whatever opens them; "Open with" offers the window beside that.
Root: HKA; Subkey: "Software\Classes\FaceSwap.Picture"; ValueType: string; ValueData: "Picture"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\FaceSwap.Picture\shell\open"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Face Swap"
Root: HKA; Subkey: "Software\Classes\FaceSwap.Picture\shell\open\command"; ValueType: string; ValueData: """{app}\faceswap-studio.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.jpg\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.jpeg\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.png\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.tif\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.tiff\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.webp\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.heic\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.heif\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.avif\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.jxl\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.psd\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.exr\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.dng\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.cr2\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.cr3\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.nef\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.arw\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.raf\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.orf\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.rw2\OpenWithProgids"; ValueType: string; ValueName: "FaceSwap.Picture"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: NotAdminInstall

[Run]
Filename: "{app}\faceswap-studio.exe"; Description: "{cm:LaunchProgram,Face Swap}"; Flags: nowait postinstall skipifsilent

[Code]
function NobodysProjects: Boolean;
var
  Owner: String;
begin
  Result := not RegQueryStringValue(HKCR, '.fsproj', '', Owner) or (Owner = '')
    or (Owner = 'FaceSwap.Project');
end;

function NotAdminInstall: Boolean;
begin
  Result := not IsAdminInstallMode;
end;
